package vn.lienthong.standin.login;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Parameters of a call, from its address and its body. */
record Form(Map<String, String> values) {

    static Form of(Request request) {
        Map<String, String> values = new TreeMap<>();
        read(String.valueOf(URI.create(request.getAbsoluteUrl()).getRawQuery()), values);
        if (String.valueOf(request.getHeader("Content-Type")).startsWith("application/x-www-form-urlencoded")) {
            read(request.getBodyAsString(), values);
        }
        return new Form(values);
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** Whether the caller of the token end point is who started here. */
    boolean fits(Form token) {
        boolean address = text("redirect_uri").equals(token.text("redirect_uri"));
        String challenge = text("code_challenge");
        return address && (challenge.isEmpty() || challenge.equals(hash(token.text("code_verifier"))));
    }

    static String address(String base, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? base : base + (base.contains("?") ? "&" : "?") + query;
    }

    private static void read(String encoded, Map<String, String> values) {
        for (String pair : encoded.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                values.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
    }

    private static String hash(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
