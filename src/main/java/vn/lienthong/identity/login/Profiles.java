package vn.lienthong.identity.login;

import java.util.Map;

/** What is known of the person or company behind a log-in, under the names of our own claims. */
public interface Profiles {

    Map<String, Object> of(Login login);
}
