package vn.lienthong.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lienthong.identity.IdentitySettings;

/**
 * Sends browsers back to a client, with a code or with an error, and always with our name (RFC 9207): a client with
 * several providers can tell whose answer it got. Where the client or its address is not known, the browser stays here.
 */
@Component
class CodeAnswers implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private final String issuer;

    CodeAnswers(IdentitySettings settings) {
        this.issuer = settings.issuer().toString();
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var granted = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
        var code = granted.getAuthorizationCode();
        if (code == null) {
            throw new IllegalStateException("Granted without a code");
        }
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("code", code.getTokenValue());
        sendBack(granted, answer, response);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof OAuth2AuthorizationCodeRequestAuthenticationException refused) {
            OAuth2AuthorizationCodeRequestAuthenticationToken asked =
                    refused.getAuthorizationCodeRequestAuthentication();
            if (asked != null
                    && asked.getRedirectUri() != null
                    && !asked.getRedirectUri().isBlank()) {
                sendBack(asked, words(refused.getError()), response);
                return;
            }
            request.setAttribute(StayedHere.ATTRIBUTE, refused.getError().getErrorCode());
        }
        response.sendError(HttpStatus.BAD_REQUEST.value());
    }

    private static Map<String, String> words(OAuth2Error error) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("error", error.getErrorCode());
        if (error.getDescription() != null) {
            answer.put("error_description", error.getDescription());
        }
        return answer;
    }

    private void sendBack(
            OAuth2AuthorizationCodeRequestAuthenticationToken asked,
            Map<String, String> answer,
            HttpServletResponse response)
            throws IOException {
        put(answer, "state", asked.getState());
        put(answer, "iss", issuer);
        var address = UriComponentsBuilder.fromUriString(String.valueOf(asked.getRedirectUri()));
        answer.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(address.encode(StandardCharsets.UTF_8)
                .buildAndExpand(Map.copyOf(answer))
                .toUriString());
    }

    private static void put(Map<String, String> answer, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            answer.put(name, value);
        }
    }
}
