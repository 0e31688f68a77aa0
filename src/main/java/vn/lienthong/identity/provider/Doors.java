package vn.lienthong.identity.provider;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import vn.lienthong.identity.client.ClientTerms;
import vn.lienthong.identity.client.Clients;

/** Where a browser logs in: at the citizens' page or at that of staff, as the client that sent it wants. */
@Component
public class Doors implements AuthenticationEntryPoint {

    private static final String CITIZENS = "/login";
    private static final String STAFF = "/staff/login";

    private final Clients clients;
    private final LoginUrlAuthenticationEntryPoint entry = new LoginUrlAuthenticationEntryPoint(CITIZENS) {
        @Override
        protected String determineUrlToUseForThisRequest(
                HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
            return of(String.valueOf(request.getParameter("client_id")));
        }
    };

    Doors(Clients clients) {
        this.clients = clients;
    }

    /** The page on which this client's people log in. */
    public String of(String client) {
        return clients.terms(client).filter(ClientTerms::isForStaff).isPresent() ? STAFF : CITIZENS;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException, ServletException {
        entry.commence(request, response, reason);
    }
}
