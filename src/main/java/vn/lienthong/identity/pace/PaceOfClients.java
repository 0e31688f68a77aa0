package vn.lienthong.identity.pace;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** Puts the limit of clients into the chain of the protocol's end points. */
public interface PaceOfClients {

    void addTo(HttpSecurity http);
}
