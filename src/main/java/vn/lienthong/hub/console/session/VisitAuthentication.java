package vn.lienthong.hub.console.session;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A visit as Spring Security sees one; what it may do is judged by the API that its pages ask. */
final class VisitAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Visit visit;

    VisitAuthentication(Visit visit) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.visit = visit;
        setAuthenticated(true);
    }

    @Override
    public Visit getPrincipal() {
        return visit;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return visit.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VisitAuthentication that && visit.equals(that.visit);
    }

    @Override
    public int hashCode() {
        return visit.hashCode();
    }
}
