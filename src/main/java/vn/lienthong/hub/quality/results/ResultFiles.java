package vn.lienthong.hub.quality.results;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.DossierFacts.Attachment;
import vn.lienthong.hub.platform.content.ContentStore;
import vn.lienthong.hub.platform.content.ContentUnavailableException;

/** Fetches a file as far as it may be: from our own store, else by its link; never more than agreed, never for longer. */
@Component
@EnableConfigurationProperties(ResultSettings.class)
class ResultFiles {

    private static final int OK = 200;
    private static final int GONE_FROM = 400;
    private static final int OURS_FROM = 500;

    private final ContentStore store;
    private final ResultSettings settings;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http;

    ResultFiles(ContentStore store, ResultSettings settings) {
        this.store = store;
        this.settings = settings;
        this.http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.patience())
                .build();
    }

    /** The bytes, or the rule the file breaks; {@code passing} when it may be better later. */
    record Fetched(byte @Nullable [] bytes, @Nullable String rule, String detail, boolean passing) {

        static Fetched broken(String rule, String detail) {
            return new Fetched(null, rule, detail, false);
        }
    }

    Fetched fetch(Attachment file) {
        if (file.sha256() != null) {
            return kept(file.sha256());
        }
        if (file.link() == null) {
            return Fetched.broken("result-file-missing", "neither content nor link");
        }
        return linked(file.link());
    }

    private Fetched kept(String sha256) {
        try (InputStream content = store.open(sha256)) {
            return read(content);
        } catch (IOException | ContentUnavailableException unreadable) {
            return new Fetched(null, "result-file-unreachable", "our own store", true);
        }
    }

    private Fetched linked(String link) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(link))
                    .timeout(settings.patience())
                    .GET()
                    .build();
            return inTime(() -> {
                HttpResponse<InputStream> reply = http.send(request, BodyHandlers.ofInputStream());
                try (InputStream body = reply.body()) {
                    return reply.statusCode() == OK ? announced(reply, body) : refused(reply.statusCode());
                }
            });
        } catch (IllegalArgumentException noAddress) {
            return Fetched.broken("result-file-missing", "the link is no address");
        }
    }

    private static Fetched refused(int status) {
        boolean gone = status >= GONE_FROM && status < OURS_FROM;
        return new Fetched(null, gone ? "result-file-missing" : "result-file-unreachable", "HTTP " + status, !gone);
    }

    /** What announces itself as too large is not read at all; what lies about it is given up at the limit. */
    private Fetched announced(HttpResponse<InputStream> reply, InputStream body) throws IOException {
        long length = reply.headers().firstValueAsLong("Content-Length").orElse(-1);
        return length > settings.largest().toBytes() ? tooLarge() : read(body);
    }

    private Fetched read(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes((int) settings.largest().toBytes() + 1);
        return bytes.length > settings.largest().toBytes() ? tooLarge() : new Fetched(bytes, null, "", false);
    }

    private Fetched tooLarge() {
        return Fetched.broken(
                "result-file-too-large", "more than " + settings.largest().toMegabytes() + " MB");
    }

    /** A body that trickles ends with its time, too. */
    private Fetched inTime(Callable<Fetched> work) {
        Future<Fetched> under = threads.submit(work);
        try {
            return under.get(2 * settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException away) {
            under.cancel(true);
            return new Fetched(null, "result-file-unreachable", away.getClass().getSimpleName(), true);
        } catch (InterruptedException stopping) {
            under.cancel(true);
            Thread.currentThread().interrupt();
            return new Fetched(null, "result-file-unreachable", "interrupted", true);
        }
    }
}
