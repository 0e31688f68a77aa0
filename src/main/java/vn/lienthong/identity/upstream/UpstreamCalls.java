package vn.lienthong.identity.upstream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Calls to a provider above: short patience, no redirects, and an answer of bounded length or none. */
final class UpstreamCalls {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration READ = Duration.ofSeconds(8);
    private static final int LONGEST = 64 * 1024;

    private UpstreamCalls() {}

    static RestClient.Builder client() {
        var http = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        var calls = new JdkClientHttpRequestFactory(http);
        calls.setReadTimeout(READ);
        return RestClient.builder().requestFactory(calls).requestInterceptor(bounded());
    }

    private static ClientHttpRequestInterceptor bounded() {
        return (request, body, execution) -> {
            ClientHttpResponse answer = execution.execute(request, body);
            try (InputStream stream = answer.getBody()) {
                byte[] read = stream.readNBytes(LONGEST + 1);
                if (read.length > LONGEST) {
                    throw new IOException("The provider's answer is longer than " + LONGEST + " bytes");
                }
                return new Whole(answer, read);
            }
        };
    }

    private record Whole(ClientHttpResponse answer, byte[] body) implements ClientHttpResponse {

        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return answer.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return answer.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return answer.getHeaders();
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public void close() {
            answer.close();
        }
    }
}
