package vn.lienthong.hub.console.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Ask;
import vn.lienthong.hub.platform.time.VietnamTime;

/** The province's reports: filed online by year, forms 06a and 06b of a period; each also as a file. */
@RestController
class ReportPagesEndpoint {

    private static final String PAGE = "/console/reports";
    private static final String API = "/api/v1/reports/";
    private static final List<String> FORMATS = List.of("xlsx", "csv");

    private final Screens screens;
    private final Clock clock;

    ReportPagesEndpoint(Screens screens, Clock clock) {
        this.screens = screens;
        this.clock = clock;
    }

    /** This year and this month, unless the address says otherwise. */
    @GetMapping(PAGE)
    Mono<ResponseEntity<byte[]>> reports(ServerWebExchange exchange) {
        return screens.show(exchange, Area.REPORTS, "reports", look -> {
            Map<String, Ask> asks = new LinkedHashMap<>();
            asks.put("online", ask(look, "online", "json"));
            asks.put("byDomain", ask(look, "06a", "json"));
            asks.put("byAgency", ask(look, "06b", "json"));
            return look.all(asks).map(model -> {
                model.put("year", year(look));
                model.put("from", from(look));
                model.put("to", to(look));
                return model;
            });
        });
    }

    /** The bytes as the API gives them. */
    @GetMapping(PAGE + "/{form}/{format}")
    Mono<ResponseEntity<Flux<byte[]>>> file(
            @PathVariable String form, @PathVariable String format, ServerWebExchange exchange) {
        return screens.file(
                exchange, Area.REPORTS, PAGE, look -> ask(look, form, FORMATS.contains(format) ? format : "json"));
    }

    private Ask ask(Look look, String form, String format) {
        return form.equals("online")
                ? Ask.get(API + form, "year", year(look), "format", format)
                : Ask.get(
                        API + Ask.part(form),
                        "from",
                        from(look),
                        "to",
                        to(look),
                        "agency",
                        form.equals("06a") ? look.filter("agency") : null,
                        "format",
                        format);
    }

    private String year(Look look) {
        return or(look.filter("year"), String.valueOf(today().getYear()));
    }

    private String from(Look look) {
        return or(look.filter("from"), today().withDayOfMonth(1).toString());
    }

    private String to(Look look) {
        return or(look.filter("to"), today().toString());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VietnamTime.ZONE);
    }

    private static String or(String said, String usual) {
        return said.isEmpty() ? usual : said;
    }
}
