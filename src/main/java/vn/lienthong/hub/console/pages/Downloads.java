package vn.lienthong.hub.console.pages;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.api.Ask;

/** A list of the API, page after page, as one file; a file that cannot be made whole breaks off and is never short. */
final class Downloads {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Downloads() {}

    /** CSV, or a workbook when the name ends so. */
    static Mono<ResponseEntity<Flux<byte[]>>> list(
            Look look,
            String name,
            List<String> columns,
            String member,
            BiFunction<Look, String, Ask> page,
            UnaryOperator<Object> told) {
        return look.ask(page.apply(look, "")).map(first -> {
            if (!first.ok()) {
                return ResponseEntity.status(first.status() == 0 ? 502 : first.status())
                        .contentType(MediaType.TEXT_PLAIN)
                        .body(Flux.just(first.text("detail").getBytes(StandardCharsets.UTF_8)));
            }
            Flux<List<?>> rows = Flux.just(first)
                    .expand(answer -> {
                        String next = next(answer);
                        return next.isEmpty() ? Mono.empty() : look.ask(page.apply(look, next));
                    })
                    .map(answer -> whole(answer).list(member).stream()
                            .map(row -> told.apply(row))
                            .toList());
            return name.endsWith(".xlsx")
                    ? file(name, SheetFile.TYPE)
                            .body(SheetFile.of(columns, rows).flux())
                    : file(name, CSV).body(csv(columns, rows));
        });
    }

    /** The cursor behind a part of a list, or the number of the page behind it; empty at the end. */
    private static String next(Answer answer) {
        return answer.at("page") instanceof Number page
                        && answer.at("size") instanceof Number size
                        && answer.at("total") instanceof Number total
                        && (page.longValue() + 1) * size.longValue() < total.longValue()
                ? String.valueOf(page.longValue() + 1)
                : answer.text("next");
    }

    private static Flux<byte[]> csv(List<String> columns, Flux<List<?>> rows) {
        return Flux.concat(Flux.just(CsvText.head(columns)), rows.map(some -> CsvText.lines(some, columns)))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity.BodyBuilder file(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }

    /** A file of the API, its bytes and its name as they are. */
    static ResponseEntity<Flux<byte[]>> kept(ResponseEntity<Flux<byte[]>> answer) {
        ResponseEntity.BodyBuilder file = ResponseEntity.ok().cacheControl(CacheControl.noStore());
        for (String name : List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_DISPOSITION)) {
            String value = answer.getHeaders().getFirst(name);
            if (value != null) {
                file.header(name, value);
            }
        }
        return file.body(answer.getBody());
    }

    /** Read to its end, so that its connection is free again. */
    static Mono<Void> unused(ResponseEntity<Flux<byte[]>> answer) {
        return answer.getBody() == null ? Mono.empty() : answer.getBody().then();
    }

    /** A page in the place of a file. */
    static ResponseEntity<Flux<byte[]>> whole(ResponseEntity<byte[]> page) {
        byte[] body = page.getBody();
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .body(body == null ? Flux.empty() : Flux.just(body));
    }

    private static Answer whole(Answer answer) {
        if (!answer.ok()) {
            throw new IllegalStateException("A page of the list was not answered: " + answer.status());
        }
        return answer;
    }
}
