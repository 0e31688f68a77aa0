package vn.lienthong.hub.console.pages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.lienthong.hub.console.api.Ask;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Who did what, to what and when, in the hub and at the log-in: to be read, checked and taken away. */
@RestController
class AuditPagesEndpoint {

    private static final String PAGE = "/console/audit";
    private static final String HUB = "/api/v1/audit";
    private static final String IDENTITY = "/api/v1/identity/audit";
    private static final List<String> COLUMNS = List.of("id", "at", "actor", "role", "action", "object", "details");
    private static final int AT_ONCE = 50;
    private static final int AT_ONCE_IN_A_FILE = 500;

    private final Screens screens;
    private final Clock clock;

    AuditPagesEndpoint(Screens screens, Clock clock) {
        this.screens = screens;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    Mono<ResponseEntity<byte[]>> entries(ServerWebExchange exchange) {
        return screens.show(exchange, Area.AUDIT, "audit", this::model);
    }

    /** A chain is walked part by part; each answer says how far it has come and holds the form that goes on. */
    @PostMapping(PAGE + "/verify")
    Mono<ResponseEntity<byte[]>> verify(ServerWebExchange exchange) {
        return screens.show(
                exchange,
                Area.AUDIT,
                "audit-check",
                look -> look.fields("after", "hash", "entries", "broken")
                        .flatMap(so -> look.ask(part(chain(look), so))
                                .map(check -> Map.<String, Object>of(
                                        "check", check, "chain", chain(look).equals(HUB) ? "hub" : "identity"))));
    }

    private static Ask part(String chain, Map<String, String> so) {
        return Ask.get(
                chain + "/verification",
                "patience",
                "PT2S",
                "after",
                so.get("after"),
                "hash",
                so.get("hash"),
                "entries",
                so.get("entries"),
                "broken",
                so.get("broken"));
    }

    @GetMapping(PAGE + "/entries.csv")
    Mono<ResponseEntity<Flux<byte[]>>> csv(ServerWebExchange exchange) {
        return screens.download(
                exchange, "audit.csv", COLUMNS, "entries", (look, before) -> asked(look, before, AT_ONCE_IN_A_FILE));
    }

    /** As an inspector takes it away and checks it elsewhere. */
    @GetMapping(PAGE + "/day")
    Mono<ResponseEntity<Flux<byte[]>>> day(ServerWebExchange exchange) {
        return screens.file(
                exchange, Area.AUDIT, PAGE, look -> Ask.get(chain(look), "day", or(look.filter("day"), today())));
    }

    private Mono<Map<String, Object>> model(Look look) {
        return look.ask(asked(look, look.filter("before"), AT_ONCE)).map(found -> {
            Map<String, Object> model = new HashMap<>();
            model.put("found", found);
            model.put("next", found.text("next"));
            model.put("today", today());
            model.put("chain", chain(look).equals(HUB) ? "hub" : "identity");
            model.put("identity", look.reachesIdentity());
            return model;
        });
    }

    /** The hub's unless the log-in's is asked for by somebody whom it knows. */
    private static String chain(Look look) {
        return "identity".equals(look.filter("chain")) && look.reachesIdentity() ? IDENTITY : HUB;
    }

    private static Ask asked(Look look, String before, int limit) {
        return Ask.get(
                chain(look) + "/entries",
                "actor",
                look.filter("actor"),
                "action",
                look.filter("action"),
                "object",
                look.filter("object"),
                "from",
                begin(look.filter("from"), 0),
                "until",
                begin(look.filter("until"), 1),
                "before",
                before,
                "limit",
                limit);
    }

    /** The first moment of the day in Vietnam, so many days later; what is no day is for the API to refuse. */
    private static @Nullable String begin(String day, int later) {
        if (day.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(day)
                    .plusDays(later)
                    .atStartOfDay(VietnamTime.ZONE)
                    .toInstant()
                    .toString();
        } catch (DateTimeException noDay) {
            return day;
        }
    }

    private String today() {
        return LocalDate.ofInstant(clock.instant(), VietnamTime.ZONE).toString();
    }

    private static String or(String said, String usual) {
        return said.isEmpty() ? usual : said;
    }
}
