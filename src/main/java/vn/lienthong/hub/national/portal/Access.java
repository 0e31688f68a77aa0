package vn.lienthong.hub.national.portal;

import java.util.Optional;

/** What a door wants to see before it lets anybody in: a session, a token, or nothing. */
public interface Access {

    /** A relay in the province asks for none. */
    Access NONE = new Access() {
        @Override
        public String token() {
            return "";
        }

        @Override
        public Optional<String> current() {
            return Optional.of("");
        }

        @Override
        public void ended(String refused) {
            // There is none to end.
        }
    };

    /** The token of now; logs in if there is none. Waits, so it is called from virtual threads only. */
    String token();

    /** The token of now if there is one; never waits. */
    Optional<String> current();

    /** Forgets a token that was refused. */
    void ended(String refused);
}
