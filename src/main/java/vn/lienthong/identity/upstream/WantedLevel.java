package vn.lienthong.identity.upstream;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.client.Clients;
import vn.lienthong.infra.LeastAssurance;

/** What is asked of a provider above: its usual level, or the higher one that the waiting service or procedure demands. */
@Component
class WantedLevel {

    private final Clients clients;
    private final LeastAssurance least;
    private final HttpSessionRequestCache waiting = new HttpSessionRequestCache();

    WantedLevel(Clients clients, LeastAssurance least) {
        this.clients = clients;
        this.least = least;
    }

    String above(String usual) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes call)) {
            return usual;
        }
        SavedRequest wanted = waiting.getRequest(call.getRequest(), Objects.requireNonNull(call.getResponse()));
        return wanted == null ? usual : highest(usual, wanted);
    }

    private String highest(String usual, SavedRequest wanted) {
        Optional<String> clients =
                first(wanted, "client_id").flatMap(this.clients::terms).map(ClientTerms::acr);
        Optional<String> procedures = first(wanted, "procedure").flatMap(least::of);
        Optional<String> asked = first(wanted, "acr_values");
        return Stream.of(clients, procedures, asked)
                .flatMap(Optional::stream)
                .filter(least.levels()::contains)
                .reduce(usual, (one, other) -> least.reaches(one, other) ? one : other);
    }

    private static Optional<String> first(SavedRequest request, String name) {
        String @Nullable [] values = request.getParameterValues(name);
        return values == null || values.length == 0 ? Optional.empty() : Optional.of(values[0]);
    }
}
