package vn.lienthong.hub.intake;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.jspecify.annotations.Nullable;
import vn.lienthong.infra.PartAddresses.Broker;

/** An Artemis in a process of its own, so that it can be killed as a machine is: without a word. */
public final class BrokerProcess implements AutoCloseable {

    private static final String READY = "READY";

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    public BrokerProcess(Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    public Broker address() {
        return new Broker("tcp://127.0.0.1:" + port, "hub", "hub");
    }

    public void start() throws IOException {
        process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-Dio.netty.noUnsafe=false",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        folder.toString(),
                        String.valueOf(port))
                .redirectError(new File("/dev/null"))
                .start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); !READY.equals(line); line = output.readLine()) {
            if (line == null) {
                throw new IllegalStateException("the broker did not start");
            }
        }
    }

    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Leaves the process there, but doing nothing, as a machine that swaps. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        if (process != null) {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    public static void main(String[] args) throws Exception {
        var configuration = new ConfigurationImpl()
                .setJournalDirectory(args[0] + "/journal")
                .setBindingsDirectory(args[0] + "/bindings")
                .setLargeMessagesDirectory(args[0] + "/large")
                .setPagingDirectory(args[0] + "/paging")
                .setJournalType(JournalType.NIO)
                .setJournalBufferTimeout_NIO(500_000)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAddressSetting("#", new AddressSettings().setDeadLetterAddress(SimpleString.of("dead-letters")))
                .addQueueConfiguration(QueueConfiguration.of("dead-letters").setRoutingType(RoutingType.ANYCAST))
                .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + args[1]);
        var broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration);
        broker.start();
        System.out.println(READY);
    }
}
