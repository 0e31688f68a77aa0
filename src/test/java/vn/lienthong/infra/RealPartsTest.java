package vn.lienthong.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import jakarta.jms.Session;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RealPartsTest {

    private final RealParts parts = RealParts.shared();

    @Test
    void givesEachTestADatabaseOfItsOwn() {
        try (var first = parts.freshDatabase();
                var second = parts.freshDatabase()) {
            assertThat(name(first)).isNotEqualTo(name(second));
        }
    }

    @Test
    void answersFromARealRedis() {
        var cache = parts.addresses().cache();
        var uri = RedisURI.builder()
                .withHost(cache.host())
                .withPort(cache.port())
                .withPassword(cache.password().toCharArray())
                .build();
        try (var client = RedisClient.create(uri);
                var connection = client.connect()) {
            assertThat(connection.sync().ping()).isEqualTo("PONG");
        }
    }

    @Test
    void carriesAMessageThroughARealBroker() throws Exception {
        var pool = parts.jms();
        try (var connection = pool.createConnection();
                var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            var queue = session.createQueue("real-parts-test");
            session.createProducer(queue).send(session.createTextMessage("xin chào"));
            assertThat(session.createConsumer(queue).receive(5_000).getBody(String.class))
                    .isEqualTo("xin chào");
        } finally {
            pool.stop();
        }
    }

    private static String name(javax.sql.DataSource database) {
        return JdbcClient.create(database)
                .sql("select current_database()")
                .query(String.class)
                .single();
    }
}
