package vn.lienthong.hub.notify.slips;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.UnknownDossier;
import vn.lienthong.hub.notify.slips.SlipDesk.Offer;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.http.Problems;
import vn.lienthong.hub.platform.reason.ReasonText;
import vn.lienthong.hub.platform.reason.Reasons;

/** Forms of one dossier for staff and for the dossier's own sender. */
@RestController
class SlipsEndpoint {

    private final SlipDesk desk;
    private final EntryDesk entries;
    private final Dossiers dossiers;
    private final Scheduler blocking;

    SlipsEndpoint(SlipDesk desk, EntryDesk entries, Dossiers dossiers, @Qualifier("blocking") Scheduler blocking) {
        this.desk = desk;
        this.entries = entries;
        this.dossiers = dossiers;
        this.blocking = blocking;
    }

    /** A form of the list; {@code whyNot} is present exactly when it cannot be issued now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String form,
            String title,
            boolean ready,
            @Nullable ReasonText whyNot) {

        static Line of(Offer offer, Locale language) {
            ReasonText text = offer.against()
                    .map(reason -> Reasons.text(reason, language))
                    .orElse(null);
            return new Line(offer.form().number(), offer.form().title(), text == null, text);
        }
    }

    @GetMapping({"/api/v1/dossiers/slips", "/api/v1/dossiers/{code}/slips"})
    Mono<Map<String, List<Line>>> list(
            @PathVariable(name = "code", required = false) @Nullable String inPath,
            @RequestParam(name = "code", required = false) @Nullable String inQuery,
            ServerWebExchange exchange) {
        Caller caller = caller(exchange);
        Locale language = Problems.language(exchange);
        return Mono.fromCallable(() -> desk.offers(find(inPath, inQuery, caller)).stream()
                        .map(offer -> Line.of(offer, language))
                        .toList())
                .subscribeOn(blocking)
                .map(lines -> Map.of("slips", lines));
    }

    @GetMapping({"/api/v1/dossiers/slips/{form}", "/api/v1/dossiers/{code}/slips/{form}"})
    Mono<ResponseEntity<byte[]>> print(
            @PathVariable(name = "code", required = false) @Nullable String inPath,
            @RequestParam(name = "code", required = false) @Nullable String inQuery,
            @PathVariable String form,
            @RequestParam(name = "format", defaultValue = "pdf") String format,
            ServerWebExchange exchange) {
        Caller caller = caller(exchange);
        return Mono.fromCallable(() -> desk.issue(
                                form(form), Format.of(format), find(inPath, inQuery, caller), caller.actor(), "office")
                        .answer())
                .subscribeOn(blocking);
    }

    @PostMapping({"/api/v1/dossiers/slips/{form}", "/api/v1/dossiers/{code}/slips/{form}"})
    Mono<ResponseEntity<Void>> enter(
            @PathVariable(name = "code", required = false) @Nullable String inPath,
            @RequestParam(name = "code", required = false) @Nullable String inQuery,
            @PathVariable String form,
            @RequestBody Entry.Words words,
            ServerWebExchange exchange) {
        Caller caller = caller(exchange);
        return Mono.fromRunnable(() -> entries.add(form(form), find(inPath, inQuery, caller), words, caller.actor()))
                .subscribeOn(blocking)
                .thenReturn(ResponseEntity.status(HttpStatus.CREATED).build());
    }

    private DossierView find(@Nullable String inPath, @Nullable String inQuery, Caller caller) {
        String code = (inPath != null ? inPath : inQuery == null ? "" : inQuery).strip();
        return dossiers.byCode(code)
                .filter(dossier -> caller.sees(dossier.sender()))
                .orElseThrow(() -> UnknownDossier.problem(code));
    }

    private static Form form(String number) {
        return Form.of(number)
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.NOT_FOUND, "unknown-slip", "Chỉ có các mẫu từ 01 đến 07"));
    }

    private static Caller caller(ServerWebExchange exchange) {
        return Caller.of(exchange)
                .orElseThrow(() -> new ProblemException(HttpStatus.UNAUTHORIZED, "unauthorised", "Cần khóa truy cập"));
    }
}
