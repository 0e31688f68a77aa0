package vn.lienthong.standin;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a stand-in runs.
 *
 * @param port 0 for a free one
 * @param data where accepted records are kept
 * @param mocks the WireMock root with the stub mappings and catalogues
 * @param adminToken asked for by the controls, null to leave them open
 * @param dstcode the routing header callers must send, null to take any
 * @param strict whether the field rules of the protocol are checked
 */
public record StandInOptions(
        int port,
        Path data,
        Path mocks,
        String username,
        String password,
        Duration sessionLife,
        @Nullable String adminToken,
        @Nullable String dstcode,
        boolean strict) {

    public static final String DEFAULT_USERNAME = "lienthong";
    static final Path DEFAULT_MOCKS = Path.of("mocks/national");
    static final Duration DEFAULT_SESSION_LIFE = Duration.ofMinutes(15);

    /** A strict stand-in on a free port with open controls. */
    public static StandInOptions of(Path data, String password) {
        return new StandInOptions(
                0, data, DEFAULT_MOCKS, DEFAULT_USERNAME, password, DEFAULT_SESSION_LIFE, null, null, true);
    }

    public StandInOptions withPort(int number) {
        return new StandInOptions(number, data, mocks, username, password, sessionLife, adminToken, dstcode, strict);
    }

    public StandInOptions withSessionLife(Duration life) {
        return new StandInOptions(port, data, mocks, username, password, life, adminToken, dstcode, strict);
    }

    public StandInOptions withAdminToken(String token) {
        return new StandInOptions(port, data, mocks, username, password, sessionLife, token, dstcode, strict);
    }

    public StandInOptions withDstcode(String code) {
        return new StandInOptions(port, data, mocks, username, password, sessionLife, adminToken, code, strict);
    }

    public StandInOptions lenient() {
        return new StandInOptions(port, data, mocks, username, password, sessionLife, adminToken, dstcode, false);
    }
}
