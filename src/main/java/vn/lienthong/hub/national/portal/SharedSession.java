package vn.lienthong.hub.national.portal;

import java.time.Duration;
import java.util.Optional;

/** The session as other nodes may have it; without it every node logs in for itself. */
public interface SharedSession {

    SharedSession NONE = new SharedSession() {
        @Override
        public Optional<String> find() {
            return Optional.empty();
        }

        @Override
        public boolean mayLogIn() {
            return true;
        }

        @Override
        public void keep(String token) {
            // Nobody to share it with.
        }

        @Override
        public Optional<Duration> left() {
            return Optional.empty();
        }

        @Override
        public void forget(String refused) {
            // Nothing was kept.
        }
    };

    Optional<String> find();

    /** False when another node is logging in just now. */
    boolean mayLogIn();

    void keep(String token);

    /** How long it may still be taken over. */
    Optional<Duration> left();

    /** Only if it is still this token: another node may have put a newer one there. */
    void forget(String refused);
}
