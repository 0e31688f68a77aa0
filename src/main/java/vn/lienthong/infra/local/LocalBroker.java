package vn.lienthong.infra.local;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import vn.lienthong.infra.BrokerGate;
import vn.lienthong.infra.PartAddresses.Broker;
import vn.lienthong.infra.Settings;
import vn.lienthong.infra.StartFailure;

/**
 * Artemis inside this process: a durable journal in the data folder, reached without a network, unless a port is given on
 * which senders put messages on their own doors (AMQP 1.0, or the broker's own protocol).
 */
final class LocalBroker implements AutoCloseable {

    private static final String HUB = "hub";
    private static final String DEAD_LETTERS = "dead-letters";
    private static final String EXPIRED = "expired";
    private static final AtomicInteger BROKERS_OF_THIS_PROCESS = new AtomicInteger();
    private static final int MEGABYTE = 1024 * 1024;

    private final Path folder;
    private final String password;
    private final Optional<String> tcpPort;
    private final int number = BROKERS_OF_THIS_PROCESS.getAndIncrement();
    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final BrokerGate gate = new BrokerGate();

    LocalBroker(Path data, Settings settings, Secrets secrets) {
        this.folder = data.resolve("artemis");
        this.password = secrets.password("broker");
        this.tcpPort = settings.find("LIENTHONG_BROKER_PORT");
    }

    Broker address() {
        return new Broker("vm://" + number, HUB, password);
    }

    BrokerGate gate() {
        return gate;
    }

    /** An Artemis that cannot read its journal logs the reason and stays inactive: that fails the start. */
    void start() {
        try {
            server.setConfiguration(configuration());
            server.setSecurityManager(new BrokerUsers(HUB, password, gate));
            server.start();
            if (!server.getActiveMQServer().waitForActivation(30, TimeUnit.SECONDS)
                    || !server.getActiveMQServer().isActive()) {
                throw new StartFailure("the message broker did not become active", "see the lines above");
            }
        } catch (StartFailure e) {
            throw e;
        } catch (Exception e) {
            throw new StartFailure("the message broker cannot start on " + folder, "see the lines above", e);
        }
    }

    private Configuration configuration() throws Exception {
        var configuration = new ConfigurationImpl()
                .setName("lienthong-" + number)
                .setPersistenceEnabled(true)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setJournalType(JournalType.NIO)
                // the default of 3.33 ms caps a blocking producer at 260 messages a second
                .setJournalBufferTimeout_NIO(500_000)
                .setPersistIDCache(true)
                .setIDCacheSize(100_000)
                .setMaxDiskUsage(99)
                .setJMXManagementEnabled(false)
                .setSecurityEnabled(true)
                .putSecurityRoles("#", Set.of(everythingFor(HUB)))
                .addAddressSetting("#", queues())
                .addQueueConfiguration(kept(DEAD_LETTERS))
                .addQueueConfiguration(kept(EXPIRED));
        configuration.addAcceptorConfiguration("in-vm", "vm://" + number);
        if (tcpPort.isPresent()) {
            configuration.addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + tcpPort.get());
        }
        return configuration;
    }

    /** Nothing is given up on, nothing disappears with its last consumer, and a long queue goes to disk. */
    private static AddressSettings queues() {
        return new AddressSettings()
                .setAutoCreateQueues(true)
                .setAutoCreateAddresses(true)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setMaxDeliveryAttempts(-1)
                .setRedeliveryDelay(500)
                .setRedeliveryMultiplier(1)
                .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
                .setExpiryAddress(SimpleString.of(EXPIRED))
                .setDefaultConsumerWindowSize(64 * 1024)
                .setMaxSizeBytes(64L * MEGABYTE)
                .setPageSizeBytes(5 * MEGABYTE)
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setIDCacheSize(100_000);
    }

    /** Without it the broker would drop what it gives up on. */
    private static QueueConfiguration kept(String name) {
        return QueueConfiguration.of(name).setRoutingType(RoutingType.ANYCAST);
    }

    private static Role everythingFor(String role) {
        return new Role(role, true, true, true, true, true, true, true, true, true, true, true, true);
    }

    @Override
    public void close() {
        try {
            if (server.getActiveMQServer() != null) {
                server.stop();
            }
        } catch (Exception e) {
            throw new IllegalStateException("the message broker did not stop cleanly", e);
        }
    }
}
