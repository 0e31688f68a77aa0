package vn.lienthong;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import vn.lienthong.infra.HubHome;

/** What is said when the hub is ready: where it is, what it is not, what to try next. */
record Banner(String text) {

    static Banner standalone(HubHome home, int port, Optional<URI> identity, URI standIn) {
        return new Banner("""

                Liên Thông - provincial integration hub, standalone mode
                This is NOT the real national portal: a stand-in on this machine plays its part.

                  hub       http://127.0.0.1:%1$d   (API page: /docs, health: /actuator/health)
                  console   http://127.0.0.1:%1$d/console   (a key: %3$s/secrets/keys/operator)
                  log-in    %4$s
                  stand-in  %2$s
                  data      %3$s

                Try next, in another terminal:
                  scripts/demo
                  curl http://127.0.0.1:%1$d/actuator/health
                Stop with Ctrl-C; what was accepted is kept.
                """.formatted(
                        port, standIn, home.data(), identity.map(URI::toString).orElse("switched off")));
    }

    void print(PrintStream out, Duration took) {
        out.println(text + "Ready in %d ms.".formatted(took.toMillis()));
    }
}
