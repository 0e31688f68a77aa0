package vn.lienthong.infra.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import vn.lienthong.infra.BrokerGate;
import vn.lienthong.infra.PartAddresses.Broker;
import vn.lienthong.infra.Settings;

/** The hub's own broker with a port, as senders see it. */
public final class OpenBroker implements AutoCloseable {

    private final int port = freePort();
    private final LocalBroker broker;

    public OpenBroker(Path data) {
        var settings = Settings.of(Map.of("LIENTHONG_BROKER_PORT", Integer.toString(port)));
        broker = new LocalBroker(data, settings, new Secrets(data.resolve("secrets"), new SecureRandom()));
        broker.start();
    }

    public Broker address() {
        return broker.address();
    }

    public BrokerGate gate() {
        return broker.gate();
    }

    public int port() {
        return port;
    }

    @Override
    public void close() {
        broker.close();
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
