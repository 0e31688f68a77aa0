package vn.lienthong.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.RealParts;

/** A running hub of one's own and its administrator; for tests that change the configuration. */
public record AdministeredHub(RunningHub hub, HubClient administrator) implements AutoCloseable {

    private static final String TOKEN = "the-token-of-this-test";

    public static AdministeredHub start() {
        HubHome home = RealParts.shared().freshHome();
        try {
            Files.createDirectories(home.secrets());
            Files.writeString(home.secrets().resolve("admin-token"), TOKEN);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        RunningHub hub = RunningHub.start(home, RealParts.shared().addressesWithFreshDatabase());
        return new AdministeredHub(hub, new HubClient(hub.anonymous().url(), TOKEN));
    }

    @Override
    public void close() {
        hub.close();
    }
}
