package vn.lienthong.hub.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;

class ProblemsLastTest {

    private final ProblemsLast last = new ProblemsLast(ProblemFixture.problems());

    @Test
    void asksToComeAgainWhenPostgresqlIsAwayOrHasNoConnectionFree() {
        var none = new SQLTransientConnectionException("Connection is not available");

        MockServerHttpResponse response = answered(new CannotGetJdbcConnectionException("none", none));

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(response.getHeaders().getFirst("Retry-After")).isEqualTo("2");
        assertThat(response.getBodyAsString().block()).contains("urn:lienthong:problem:database-away");
    }

    @Test
    void showsNothingButACorrelationIdOfAFaultOfOurs() {
        MockServerHttpResponse response =
                answered(new CannotGetJdbcConnectionException("said no", new SQLException("secret", "22012")));

        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
        assertThat(response.getBodyAsString().block()).contains("correlationId").doesNotContain("secret");
    }

    private MockServerHttpResponse answered(Throwable failure) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/"));
        last.handle(exchange, failure).block();
        return exchange.getResponse();
    }
}
