package vn.lienthong.hub.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.dossier.ChangeFeed;
import vn.lienthong.hub.dossier.MalformedCursorException;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.time.VietnamTime;

/** The change feed the national portal pulls; gap-free, in commit order, from an opaque cursor. */
@RestController
class StatusChangesEndpoint {

    private static final int LONGEST_PAGE = 1000;
    private final ChangeFeed feed;
    private final FeedReaders readers;
    private final Scheduler blocking;

    StatusChangesEndpoint(ChangeFeed feed, FeedReaders readers, @Qualifier("blocking") Scheduler blocking) {
        this.feed = feed;
        this.readers = readers;
        this.blocking = blocking;
    }

    /** {@code next} is always a cursor to continue from, also after an empty page. */
    @GetMapping("/api/v1/status-changes")
    Mono<Page> read(
            @RequestParam(name = "since", required = false) @Nullable String since,
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            @AuthenticationPrincipal Caller caller) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw badLimit(limit);
        }
        return Mono.fromCallable(() -> {
                    ChangeFeed.Page page = feed.after(since, limit);
                    readers.came(caller.actor().name(), page);
                    return Page.of(page);
                })
                .subscribeOn(blocking)
                .onErrorMap(MalformedCursorException.class, e -> badCursor());
    }

    private static ProblemException badLimit(int limit) {
        Reason reason = Reason.of("out-of-range", "limit", String.valueOf(limit))
                .with("least", "1")
                .with("most", String.valueOf(LONGEST_PAGE));
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "bad-limit", "limit phải từ 1 đến " + LONGEST_PAGE, List.of(reason));
    }

    private static ProblemException badCursor() {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "bad-cursor",
                "Giá trị since không phải là con trỏ do hệ thống này cấp; bỏ since để đọc từ đầu",
                List.of(Reason.of("foreign-cursor", "since", null)));
    }

    record Page(List<Change> changes, String next, boolean more) {

        static Page of(ChangeFeed.Page page) {
            return new Page(page.changes().stream().map(Change::of).toList(), page.next(), page.more());
        }
    }

    /** {@code status} is the national code 1 to 10 of this change, {@code currentStatus} where the dossier stands. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Change(
            String code,
            int seq,
            int status,
            String statusName,
            OffsetDateTime at,
            String timeSource,
            String verdict,
            @Nullable Integer currentStatus,
            OffsetDateTime recordedAt) {

        static Change of(ChangeFeed.Change c) {
            return new Change(
                    c.code(),
                    c.seq(),
                    c.status().code(),
                    c.status().vietnamese(),
                    c.orderAt().atOffset(VietnamTime.OFFSET),
                    c.timeSource().name(),
                    c.verdict().name(),
                    c.currentStatus() == null ? null : c.currentStatus().code(),
                    c.recordedAt().atOffset(VietnamTime.OFFSET));
        }
    }
}
