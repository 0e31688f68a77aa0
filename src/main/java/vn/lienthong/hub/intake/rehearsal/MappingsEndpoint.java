package vn.lienthong.hub.intake.rehearsal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.Part;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import tools.jackson.core.JacksonException;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.http.Problems;
import vn.lienthong.hub.platform.http.WholeBody;

/** Dry runs over HTTP: for the sender itself, operators and administrators. */
@RestController
class MappingsEndpoint {

    private static final String PATH = "/api/v1/mappings/{sender}/dry-run";
    private static final int LONGEST_SAMPLE = 5 << 20;
    private static final ProblemException UNKNOWN =
            new ProblemException(HttpStatus.NOT_FOUND, "unknown-sender", "Không có nơi gửi này");

    private final Rehearsal rehearsal;
    private final TriedMappings mappings;
    private final Scheduler blocking;

    MappingsEndpoint(Rehearsal rehearsal, TriedMappings mappings, Scheduler blocking) {
        this.rehearsal = rehearsal;
        this.mappings = mappings;
        this.blocking = blocking;
    }

    /** By the mapping in force; the body is the sample. */
    @PostMapping(PATH)
    Mono<ResponseEntity<Object>> inForce(
            @PathVariable(name = "sender") String id,
            @AuthenticationPrincipal Caller caller,
            ServerWebExchange exchange) {
        MediaType type = exchange.getRequest().getHeaders().getContentType();
        allow(caller, id);
        return bytes(exchange.getRequest().getBody())
                .publishOn(blocking)
                .map(sample -> inForce(id, sample, type, Problems.language(exchange)))
                .map(report -> answer(report, exchange));
    }

    /** By a proposed file, part {@code mapping}: the sender's own, which need not be there yet, or {@code file}. */
    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<Object>> proposed(
            @PathVariable(name = "sender") String id,
            @RequestParam(name = "file", required = false) @Nullable String file,
            @AuthenticationPrincipal Caller caller,
            ServerWebExchange exchange) {
        allow(caller, id);
        return exchange.getMultipartData()
                .flatMap(parts -> Mono.zip(part(parts, "sample"), part(parts, "mapping"))
                        .publishOn(blocking)
                        .map(both -> proposed(
                                id,
                                new Proposal(
                                        file,
                                        new String(both.getT2(), StandardCharsets.UTF_8),
                                        both.getT1(),
                                        type(parts)),
                                Problems.language(exchange)))
                        .map(report -> answer(report, exchange)));
    }

    /** As a page of text for whoever asks for one. */
    private static ResponseEntity<Object> answer(Report report, ServerWebExchange exchange) {
        boolean text = exchange.getRequest().getHeaders().getAccept().contains(MediaType.TEXT_PLAIN);
        return text
                ? ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                        .body(ReportText.of(report))
                : ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(report);
    }

    private static void allow(Caller caller, String sender) {
        if (!caller.may(Right.REPLAY) && !caller.isSender(sender)) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "Chỉ được chạy thử ánh xạ của chính mình");
        }
    }

    private Report inForce(String id, byte[] sample, @Nullable MediaType type, Locale language) {
        return play(id, mappings.inForce(id).orElseThrow(() -> UNKNOWN), sample, type, language);
    }

    private Report proposed(String id, Proposal proposal, Locale language) {
        try {
            TriedMapping tried = mappings.proposed(id, proposal.file(), proposal.text());
            return play(id, tried, proposal.sample(), proposal.type(), language);
        } catch (JacksonException noYaml) {
            throw unusable(noYaml);
        } catch (IllegalArgumentException unusable) {
            throw unusable(unusable);
        }
    }

    private Report play(String id, TriedMapping tried, byte[] sample, @Nullable MediaType type, Locale language) {
        return rehearsal.play(id, tried, sample, type == null ? null : type.toString(), language);
    }

    /** What a form brings. */
    private record Proposal(
            @Nullable String file,
            String text,
            byte[] sample,
            @Nullable MediaType type) {}

    private static ProblemException unusable(RuntimeException why) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT, "mapping-unusable", String.valueOf(why.getMessage()));
    }

    private static Mono<byte[]> part(MultiValueMap<String, Part> parts, String name) {
        Part part = parts.getFirst(name);
        return part == null
                ? Mono.error(new ProblemException(
                        HttpStatus.BAD_REQUEST, "missing-part", "Thiếu phần \"" + name + "\" trong biểu mẫu"))
                : bytes(part.content());
    }

    private static @Nullable MediaType type(MultiValueMap<String, Part> parts) {
        Part sample = parts.getFirst("sample");
        return sample == null ? null : sample.headers().getContentType();
    }

    private static Mono<byte[]> bytes(Flux<DataBuffer> body) {
        return WholeBody.of(body, LONGEST_SAMPLE);
    }
}
