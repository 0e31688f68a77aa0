package vn.lienthong.hub.national.portal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The API of 2026 ("Nơi hồ sơ"): a bearer token, the dossier's number from the portal, files, the dossier, its steps, its
 * statuses. Errors come as HTTP statuses, which are read as codes. It cannot be asked what it has.
 */
public record SixStepDialect(Paths paths, Batches batches, Function<String, byte[]> contents, ReplyCodes codes)
        implements Dialect {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Where each of the steps goes. */
    public record Paths(String number, String upload, String create, String progress, String status) {}

    @Override
    public boolean looksUp() {
        return false;
    }

    @Override
    public boolean updates() {
        return false;
    }

    @Override
    public boolean numbers() {
        return true;
    }

    @Override
    public String service(Request request) {
        return switch (request.kind()) {
            case CREATE -> "NoiHoSo";
            case PROGRESS -> "CapNhatTienTrinh";
            default -> request.service();
        };
    }

    @Override
    public Outgoing write(Request request, String token) {
        var bearer = Map.of("Authorization", "Bearer " + token);
        return switch (request.kind()) {
            case NUMBER ->
                Outgoing.json(number(request.dossiers().getFirst()), bearer, "{}".getBytes(StandardCharsets.UTF_8));
            case UPLOAD -> upload(request, bearer);
            case CREATE ->
                Outgoing.json(paths.create(), bearer, request.records().getFirst());
            case PROGRESS -> Outgoing.json(paths.progress(), bearer, request.array());
            case STATUS -> Outgoing.json(paths.status(), bearer, request.array());
            case ASK, UPDATE -> throw new IllegalArgumentException("the API of 2026 has no " + request.kind());
        };
    }

    private String number(String unit) {
        return UriComponentsBuilder.fromPath(paths.number())
                .queryParam("code", unit)
                .encode()
                .toUriString();
    }

    /** The first record names the file, the second the hash of its content: that one is kept already. */
    private Outgoing upload(Request request, Map<String, String> bearer) {
        var boundary = UUID.randomUUID().toString();
        var name = text(request.records().getFirst());
        var sha256 = text(request.records().getLast());
        var type = new MediaType(MediaType.MULTIPART_FORM_DATA, Map.of("boundary", boundary));
        var kept = JSON.createObjectNode().put("TenTep", name).put("sha256", sha256);
        return new Outgoing(
                paths.upload(),
                bearer,
                type,
                () -> multipart(boundary, name, contents.apply(sha256)),
                () -> JSON.writeValueAsBytes(kept));
    }

    private static byte[] multipart(String boundary, String name, byte[] content) {
        var out = new ByteArrayOutputStream(content.length + 300);
        out.writeBytes("""
                --%s\r
                Content-Disposition: form-data; name="files"; filename="%s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(boundary, name.replaceAll("[\"\\p{Cntrl}\\\\]", "_"))
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(content);
        out.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public Optional<Reply> read(int httpStatus, byte[] body) {
        if (httpStatus >= 500) {
            return Optional.empty();
        }
        return httpStatus == 200
                ? tree(body).flatMap(SixStepDialect::said)
                : Optional.of(new Reply(httpStatus, words(tree(body)), List.of()));
    }

    /** A number and an upload answer without a code: that they are there is the success. */
    private static Optional<Reply> said(JsonNode body) {
        var code = Reply.code(body.path("code"));
        if (code.isEmpty()) {
            return body.has("value") || body.path("data").path(0).has("response")
                    ? Optional.of(new Reply(0, "", List.of()))
                    : Optional.empty();
        }
        var records = body.path("data")
                .valueStream()
                .filter(entry -> entry.has("MaHoSo"))
                .map(SixStepDialect::entry)
                .toList();
        return code.map(number -> new Reply(number, body.path("message").asString(""), records));
    }

    /** An entry speaks of a record under the names that the other dialects use. */
    private static JsonNode entry(JsonNode entry) {
        return entry instanceof ObjectNode object && object.has("code")
                ? object.deepCopy().set("error_code", object.path("code"))
                : entry;
    }

    /** A dossier to create that "is not there" is an address or a right that is missing: nothing to create it by. */
    @Override
    public List<Judgement> judge(Request request, Exchange exchange) {
        var judged = Dialect.super.judge(request, exchange);
        return switch (request.kind()) {
            case CREATE, NUMBER, UPLOAD ->
                judged.stream()
                        .map(one -> one.verdict() == Verdict.NOT_THERE
                                ? new Judgement(Verdict.REFUSED, one.confirmed(), one.words())
                                : one)
                        .toList();
            default -> judged;
        };
    }

    /** The number of {@code GetNextValue}. */
    public static Optional<String> number(Exchange exchange) {
        return given(exchange, "/value");
    }

    /** The portal's own id of a created dossier. */
    public static Optional<String> idThere(Exchange exchange) {
        return given(exchange, "/data/idHoSo");
    }

    public static Optional<String> fileId(Exchange exchange) {
        return given(exchange, "/data/0/response/data/0/IdTepTin");
    }

    public static Optional<String> fileHash(Exchange exchange) {
        return given(exchange, "/data/0/response/data/0/HashTepTin");
    }

    private static Optional<String> given(Exchange exchange, String pointer) {
        var body = exchange.body();
        return body == null
                ? Optional.empty()
                : tree(body).map(tree -> tree.at(pointer).asString("")).filter(text -> !text.isBlank());
    }

    private static String words(Optional<JsonNode> body) {
        return body.map(tree -> tree.path("message").asString("")).orElse("");
    }

    /** Somewhere on the way an answer may have been put as text into the {@code message} of another. */
    private static Optional<JsonNode> tree(byte[] body) {
        try {
            var outer = JSON.readTree(body);
            var words = outer.path("message").asString("");
            return Optional.of(words.startsWith("{") ? JSON.readTree(words) : outer);
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
