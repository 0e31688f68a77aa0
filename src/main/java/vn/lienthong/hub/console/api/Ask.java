package vn.lienthong.hub.console.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * One question to the API.
 *
 * @param path with its query, encoded
 * @param body sent as {@code type}, a text as it is; null for none
 */
public record Ask(HttpMethod method, String path, @Nullable Object body, MediaType type, Map<String, String> headers) {

    public Ask(HttpMethod method, String path, @Nullable Object body) {
        this(method, path, body, MediaType.APPLICATION_JSON, Map.of());
    }

    /** {@code query} holds names and values in turn; what is null or empty is left out. */
    public static Ask get(String path, @Nullable Object... query) {
        return new Ask(HttpMethod.GET, path + query(query), null);
    }

    public static Ask post(String path, Object body) {
        return new Ask(HttpMethod.POST, path, body);
    }

    /** A file as it is, such as a sample or a sheet. */
    public static Ask file(String path, byte[] content, MediaType type, Map<String, String> headers) {
        return new Ask(HttpMethod.POST, path, content, type, headers);
    }

    /** A part of a path, such as a code that may hold a slash. */
    public static String part(String value) {
        return UriUtils.encodePathSegment(value, StandardCharsets.UTF_8);
    }

    /** As a query, encoded; {@code pairs} holds names and values in turn, what is null or empty is left out. */
    public static String query(@Nullable Object... pairs) {
        var builder = UriComponentsBuilder.newInstance();
        List<Object> values = new ArrayList<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            if (value != null && !value.toString().isBlank()) {
                builder.queryParam(String.valueOf(pairs[i]), "{v" + values.size() + "}");
                values.add(value);
            }
        }
        return builder.encode().buildAndExpand(values.toArray()).toUriString();
    }

    /** Whether it is for the log-in's own API, which knows tokens and no keys. */
    public boolean isOfIdentity() {
        return path.startsWith("/api/v1/identity/");
    }

    /** As somebody would type it, with the key or token in the environment. */
    String curl(String base) {
        String proof = isOfIdentity() ? "Authorization: Bearer $LIENTHONG_TOKEN" : "X-Api-Key: $LIENTHONG_KEY";
        String head = "curl -sS -H \"" + proof + "\" ";
        String verb = method == HttpMethod.GET ? "" : "-X " + method + " -H 'Content-Type: " + type + "' " + file();
        return head + verb + "'" + (base + path).replace("'", "%27") + "'";
    }

    private String file() {
        return body instanceof byte[] ? "--data-binary @file " : "";
    }

    /** The query of this address with some of it replaced, for links to the next page. */
    public static String link(String path, Map<String, String> query, Map<String, String> instead) {
        Map<String, String> all = new TreeMap<>(query);
        all.putAll(instead);
        String text = all.entrySet().stream()
                .filter(pair -> !pair.getValue().isBlank())
                .map(pair -> UriUtils.encode(pair.getKey(), StandardCharsets.UTF_8) + "="
                        + UriUtils.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? path : path + "?" + text;
    }
}
