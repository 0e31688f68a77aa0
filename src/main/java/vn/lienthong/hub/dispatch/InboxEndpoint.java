package vn.lienthong.hub.dispatch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.time.VietnamTime;

/**
 * For systems that cannot be called: they fetch what they are to work on. A message is theirs for the time of its lease and
 * comes again, under the same id, unless it is acknowledged.
 */
@RestController
@RequestMapping("/api/v1/inbox")
class InboxEndpoint {

    private static final int MOST = 50;
    private static final long LONGEST_WAIT = 60;

    private final Inbox inbox;
    private final Handed handed;
    private final Dispatches dispatches;
    private final Systems systems;
    private final Bell bell;
    private final Clock clock;
    private final Scheduler blocking;

    InboxEndpoint(
            Inbox inbox,
            Handed handed,
            Dispatches dispatches,
            Systems systems,
            Bell bell,
            Clock clock,
            @Qualifier("blocking") Scheduler blocking) {
        this.inbox = inbox;
        this.handed = handed;
        this.dispatches = dispatches;
        this.systems = systems;
        this.bell = bell;
        this.clock = clock;
        this.blocking = blocking;
    }

    /** What is to be worked on; {@code content} is JSON, or the text of any other document. */
    record Item(
            String id,
            String kind,
            String code,
            int attempt,
            OffsetDateTime leasedUntil,
            String correlationId,
            String contentType,
            Object content) {}

    record Page(List<Item> messages) {}

    /** What became of a message; {@code accepted} unless it says otherwise, then with a reason. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ack(
            @Nullable Boolean accepted,
            @Nullable String code,
            @Nullable String reason) {}

    /** Answers as soon as there is something, at the latest after {@code wait} seconds; holds no thread meanwhile. */
    @GetMapping
    Mono<Page> fetch(
            @RequestParam(defaultValue = "0") long wait,
            @RequestParam(defaultValue = "10") int limit,
            @AuthenticationPrincipal Caller caller) {
        String system = system(caller);
        SystemTerms rules = systems.find(system)
                .filter(terms -> !terms.fetched().isEmpty())
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "no-inbox",
                        "Hệ thống này không tự lấy hồ sơ: hub gọi tới địa chỉ dispatch.url của nó"));
        int most = Math.clamp(limit, 1, MOST);
        Mono<Page> now = Mono.fromCallable(() -> page(system, rules, most)).subscribeOn(blocking);
        return wait <= 0
                ? now
                : bell.looks()
                        .concatMap(tick -> now, 1)
                        .filter(page -> !page.messages().isEmpty())
                        .next()
                        .timeout(Duration.ofSeconds(Math.min(wait, LONGEST_WAIT)), Mono.just(new Page(List.of())));
    }

    /** Says that it was taken, or never will be; saying it again changes nothing. */
    @PostMapping("/{id}/ack")
    Mono<Map<String, Object>> acknowledge(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Ack ack,
            @AuthenticationPrincipal Caller caller) {
        String system = system(caller);
        Ack said = ack == null ? new Ack(true, null, null) : ack;
        boolean taken = said.accepted() == null || said.accepted();
        if (!taken && (said.reason() == null || said.reason().isBlank())) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "reason-missing", "reason: hãy nêu lý do không nhận hồ sơ");
        }
        return Mono.fromCallable(() -> {
                    UUID message = uuid(id);
                    Dispatches.Fetched known =
                            dispatches.fetched(message, system).orElseThrow(() -> unknown());
                    boolean first = handed.acknowledged(message, system, taken, said.code(), said.reason());
                    return Map.<String, Object>of(
                            "id", id, "code", known.message().code(), "accepted", taken, "repeated", !first);
                })
                .subscribeOn(blocking);
    }

    private Page page(String system, SystemTerms rules, int limit) {
        OffsetDateTime until = OffsetDateTime.now(clock).plus(rules.lease()).withOffsetSameInstant(VietnamTime.OFFSET);
        return new Page(inbox.take(system, rules, limit).stream()
                .map(taken -> new Item(
                        taken.message().reference(),
                        taken.message().kind().name(),
                        taken.message().code(),
                        taken.message().attempts(),
                        until,
                        taken.message().correlationId(),
                        rules.words(taken.message().kind()).contentType(),
                        taken.content()))
                .toList());
    }

    private static String system(Caller caller) {
        String system = caller.sender();
        if (system == null) {
            throw new ProblemException(HttpStatus.FORBIDDEN, "forbidden", "Chỉ hệ thống của một đơn vị có hộp nhận");
        }
        return system;
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id.replaceFirst("^lt-", ""));
        } catch (IllegalArgumentException noId) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "unknown-message", "Không có thông điệp nào mang mã này cho hệ thống của bạn");
    }
}
