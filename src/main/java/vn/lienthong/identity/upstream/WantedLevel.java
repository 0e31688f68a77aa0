package vn.lienthong.identity.upstream;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.lienthong.identity.client.Asked;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.client.Clients;
import vn.lienthong.identity.client.Requests;
import vn.lienthong.infra.LeastAssurance;

/** What is asked of a provider above: its usual level, or the higher one that the waiting service or procedure demands. */
@Component
class WantedLevel {

    private final Clients clients;
    private final Requests requests;
    private final LeastAssurance least;
    private final HttpSessionRequestCache waiting = new HttpSessionRequestCache();

    WantedLevel(Clients clients, Requests requests, LeastAssurance least) {
        this.clients = clients;
        this.requests = requests;
        this.least = least;
    }

    String above(String usual) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call)) {
            return usual;
        }
        SavedRequest wanted = waiting.getRequest(call.getRequest(), Objects.requireNonNull(call.getResponse()));
        return wanted == null ? usual : highest(usual, requests.of(wanted));
    }

    private String highest(String usual, Asked asked) {
        Optional<String> terms =
                Optional.ofNullable(asked.client()).flatMap(clients::terms).map(ClientTerms::acr);
        return Stream.of(terms, least.of(asked.procedure()), preferred(asked.acr()))
                .flatMap(Optional::stream)
                .filter(least.levels()::contains)
                .reduce(usual, (one, other) -> least.reaches(one, other) ? one : other);
    }

    /** Of several, in the order in which the client likes them, the first that we know. */
    private Optional<String> preferred(@Nullable String values) {
        return Stream.ofNullable(values)
                .flatMap(all -> Arrays.stream(all.strip().split(" +")))
                .filter(least.levels()::contains)
                .findFirst();
    }
}
