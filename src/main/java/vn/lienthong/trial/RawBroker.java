package vn.lienthong.trial;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Bare durable sends of 2 KB to an embedded Artemis with the hub's journal settings, in a process of its own; prints
 * sends per second after a warm-up of the same length.
 */
public final class RawBroker {

    private static final byte[] BODY = new byte[2048];

    private RawBroker() {}

    public static void main(String[] args) throws Exception {
        Options options = Options.parse(args);
        int producers = (int) options.number("producers", 32);
        long nanos = TimeUnit.SECONDS.toNanos(options.number("seconds", 10));
        EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
        broker.setConfiguration(configuration(Files.createTempDirectory("lienthong-raw-broker-")));
        broker.start();
        try (var factory = new ActiveMQConnectionFactory("vm://77")) {
            factory.setBlockOnDurableSend(true);
            sendsPerSecond(factory, producers, nanos / 2);
            System.out.println("perSecond=" + Math.round(sendsPerSecond(factory, producers, nanos)));
        }
        broker.stop();
        System.exit(0);
    }

    private static Configuration configuration(Path folder) throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setName("raw")
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setJournalType(JournalType.NIO)
                .setJournalBufferTimeout_NIO(500_000)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setMaxDiskUsage(99)
                .addAddressSetting("#", new AddressSettings().setMaxSizeBytes(64L << 20));
        configuration.addAcceptorConfiguration("in-vm", "vm://77");
        return configuration;
    }

    private static double sendsPerSecond(ActiveMQConnectionFactory factory, int producers, long nanos)
            throws Exception {
        long from = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(producers);
                Connection connection = factory.createConnection()) {
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < producers; i++) {
                work.add(() -> sends(connection, from + nanos));
            }
            long sends = 0;
            for (Future<Long> done : threads.invokeAll(work)) {
                sends += done.get();
            }
            return sends * 1e9 / (System.nanoTime() - from);
        }
    }

    private static long sends(Connection connection, long until) throws JMSException {
        long sends = 0;
        try (Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(session.createQueue("raw"))) {
            while (System.nanoTime() < until) {
                BytesMessage message = session.createBytesMessage();
                message.writeBytes(BODY);
                producer.send(message);
                sends++;
            }
        }
        return sends;
    }
}
