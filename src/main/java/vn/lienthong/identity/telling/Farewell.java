package vn.lienthong.identity.telling;

import java.util.List;
import java.util.UUID;

/** How a portal that speaks no OpenID Connect is told that a log-in ended. */
public interface Farewell {

    /** One {@code logoutRequest} for each session that it began with this log-in; {@code id} is the errand's. */
    List<String> letters(String client, UUID login, String subject, String id);
}
