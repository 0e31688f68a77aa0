package vn.lienthong.hub.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * How far a caller reaches within its role: a key as far as the role, a token as far as its scopes.
 *
 * @param procedures whose dossiers may be pushed, empty for all
 */
public record Reach(Set<String> scopes, Set<String> procedures) {

    static final Reach WHOLE_ROLE = new Reach(Set.of(), Set.of());

    /** What a page asks for; the first that fits counts, the last two are staff's. */
    private static final Page[] PAGES = {
        page("submission.write", HttpMethod.POST, "/api/v1/senders/*/submissions"),
        page("submission.write", HttpMethod.POST, "/soap/*"),
        page("submission.write", HttpMethod.POST, "/sandbox/**"),
        page("submission.write", HttpMethod.POST, "/api/v1/mappings/*/dry-run"),
        page("submission.read", HttpMethod.GET, "/sandbox/**"),
        page("submission.read", HttpMethod.GET, "/api/v1/submissions/**"),
        page("submission.read", HttpMethod.GET, "/api/v1/failures/**"),
        page("submission.read", HttpMethod.GET, "/api/v1/accounts/**"),
        page("questions", null, "/api/v1/questions/**"),
        page("inbox", null, "/api/v1/inbox/**"),
        page("status.read", null, "/api/v1/status-changes/**"),
        page("status.read", null, "/api/v1/national/lookup"),
        page("tracking.read", null, "/api/v1/tracking/**"),
        page("catalog.read", HttpMethod.GET, "/api/v1/catalog/**"),
        page("dossier.read", HttpMethod.GET, "/api/v1/dossiers/**"),
        page("dossier.read", HttpMethod.POST, "/api/v1/search"),
        page("hub.admin", null, "/api/v1/keys/**"),
        page("hub.admin", null, "/api/v1/certificates/**"),
        page("hub.admin", null, "/api/v1/config/**"),
        page("hub.read", HttpMethod.GET, "/**"),
        page("hub.write", null, "/**"),
    };

    private record Page(String scope, @Nullable HttpMethod method, PathPattern path) {

        boolean fits(ServerHttpRequest request, PathContainer asked) {
            return (method == null || method.equals(request.getMethod())) && path.matches(asked);
        }
    }

    private static Page page(String scope, @Nullable HttpMethod method, String path) {
        return new Page(scope, method, PathPatternParser.defaultInstance.parse(path));
    }

    /** The scope this page asks for. */
    static String wanted(ServerHttpRequest request) {
        PathContainer asked = request.getPath().pathWithinApplication();
        for (Page page : PAGES) {
            if (page.fits(request, asked)) {
                return page.scope();
            }
        }
        throw new IllegalStateException("the last page fits every request");
    }

    boolean covers(ServerHttpRequest request) {
        return this == WHOLE_ROLE || scopes.contains(wanted(request));
    }

    /** Whether dossiers of this procedure may be pushed. */
    public boolean covers(String procedure) {
        return procedures.isEmpty() || procedures.contains(procedure);
    }
}
