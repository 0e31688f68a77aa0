package vn.lienthong.identity.legacy;

import java.util.Set;
import java.util.UUID;

/**
 * What stands behind a word that was handed out.
 *
 * @param service where alone it counts
 * @param scopes what its person agreed to tell
 * @param anew whether the person logged in for it, rather than having been logged in before
 */
record Voucher(String client, String service, UUID login, Set<String> scopes, boolean anew) {

    /** What it was handed out as; one is never good for the other. */
    enum Kind {
        /** Good once, for a portal. */
        TICKET("ST-"),
        /** Good while its log-in is, for a proxy; a cookie of the portal's own host. */
        SESSION("PS-");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        String mark() {
            return mark;
        }
    }
}
