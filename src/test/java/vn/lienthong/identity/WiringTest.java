package vn.lienthong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.ConnectionFactory;
import java.util.List;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lienthong.hub.RunningHub;

/** Hub and identity in one process, as standalone mode runs them. */
class WiringTest {

    @Test
    void leavesTheHubAloneWithCamelAndItsTablesWhenIdentityStartsBesideIt() {
        try (RunningHub hub = RunningHub.start()) {
            var camel = hub.bean(CamelContext.class);
            List<String> routes =
                    camel.getRoutes().stream().map(Route::getId).sorted().toList();
            try (RunningIdentity identity = RunningIdentity.beside(hub)) {
                assertThat(hub.context().getBeansOfType(CamelContext.class)).hasSize(1);
                assertThat(identity.context().getBeansOfType(CamelContext.class))
                        .isEmpty();
                assertThat(identity.context().getBeansOfType(ConnectionFactory.class))
                        .isEmpty();
                assertThat(camel.getRoutes().stream().map(Route::getId).sorted().toList())
                        .containsAll(routes)
                        .doesNotHaveDuplicates()
                        .hasSizeGreaterThan(20);
                assertThat(identity.bean(DataSource.class)).isNotSameAs(hub.bean(DataSource.class));
                assertThat(identity.bean(JdbcTemplate.class).queryForObject("select current_schema()", String.class))
                        .isEqualTo("identity");
                assertThat(hub.bean(JdbcTemplate.class).queryForObject("select current_schema()", String.class))
                        .isEqualTo("hub");
                var anybody = new Browser();
                assertThat(anybody.asks(identity.issuer() + "/actuator/health").statusCode())
                        .isEqualTo(200);
                assertThat(anybody.asks("http://127.0.0.1:" + hub.port() + "/actuator/health")
                                .statusCode())
                        .isEqualTo(200);
            }
            assertThat(hub.anonymous().gets("/actuator/health").status()).isEqualTo(200);
        }
    }
}
