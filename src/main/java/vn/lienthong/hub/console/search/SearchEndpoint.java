package vn.lienthong.hub.console.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.console.search.Found.By;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.trust.Masks;

/** Search in the body of a request, since an id must not stand in an address; one for a person is kept in the audit. */
@RestController
class SearchEndpoint {

    private static final int MOST = 200;
    private static final int LONGEST = 200;
    private static final List<By> OF_A_PERSON = List.of(By.PERSONAL_ID, By.TAX_CODE, By.PHONE, By.NAME);

    private final Search search;
    private final Audit audit;
    private final Scheduler blocking;

    SearchEndpoint(Search search, Audit audit, @Qualifier("blocking") Scheduler blocking) {
        this.search = search;
        this.audit = audit;
        this.blocking = blocking;
    }

    /** What is looked for; {@code limit} is 50 unless said, 200 at most. */
    record Question(@Nullable String q, @Nullable Integer limit) {}

    @PostMapping("/api/v1/search")
    Mono<Map<String, List<Found>>> search(@RequestBody Question question, @AuthenticationPrincipal Caller caller) {
        String text = question.q() == null ? "" : question.q().strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "bad-question",
                    "Cần một mã hồ sơ, biên nhận, số định danh hoặc họ tên, nhiều nhất " + LONGEST + " ký tự",
                    List.of(Reason.of("missing-field", "q", null)));
        }
        int limit = Math.clamp(question.limit() == null ? 50 : question.limit(), 1, MOST);
        return Mono.fromCallable(() -> Map.of("found", found(text, limit, caller)))
                .subscribeOn(blocking);
    }

    private List<Found> found(String text, int limit, Caller caller) {
        List<Found> found = search.of(text, caller.sender(), limit);
        asked(text, found)
                .ifPresent(by -> audit.record(
                        caller.actor(),
                        "dossiers.search",
                        "by " + by,
                        Map.of("found", found.size(), "asked", masked(by, text))));
        return found;
    }

    /** By what it was found; whoever finds nothing has asked for a person all the same. */
    private static Optional<By> asked(String text, List<Found> found) {
        return found.isEmpty()
                ? Search.ofPerson(text)
                : found.stream().map(Found::by).filter(OF_A_PERSON::contains).findFirst();
    }

    private static String masked(By by, String text) {
        return switch (by) {
            case NAME -> Masks.name(text);
            case PHONE -> Masks.phone(text);
            default -> Masks.personalId(text);
        };
    }
}
