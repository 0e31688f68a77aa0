package vn.lienthong.hub.console.agreement;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.platform.content.ContentRef;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.time.VietnamTime;
import vn.lienthong.hub.quality.agreement.Against;
import vn.lienthong.hub.quality.agreement.KeptList;
import vn.lienthong.hub.quality.agreement.Lists;
import vn.lienthong.hub.quality.lists.Layout;
import vn.lienthong.hub.quality.lists.Layouts;
import vn.lienthong.hub.quality.lists.ListFormat;
import vn.lienthong.hub.quality.lists.UnreadableListException;

/** Takes what another side says it has; the titles of its columns are checked at once, its rows when a run reads them. */
@RestController
@RequestMapping("/api/v1/reconciliations")
class ListsEndpoint {

    private static final int LONGEST_NAME = 200;

    private final Lists lists;
    private final Layouts layouts;
    private final Senders senders;
    private final ListBodies bodies;
    private final Scheduler blocking;
    private final Clock clock;

    ListsEndpoint(Lists lists, Layouts layouts, Senders senders, ListBodies bodies, Scheduler blocking, Clock clock) {
        this.lists = lists;
        this.layouts = layouts;
        this.senders = senders;
        this.bodies = bodies;
        this.blocking = blocking;
        this.clock = clock;
    }

    /** The layouts of lists that can be read. */
    @GetMapping("/layouts")
    Map<String, Layout> layouts() {
        return layouts.all();
    }

    @PostMapping("/lists")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<KeptList> take(
            @RequestParam Against side,
            @RequestParam(required = false) @Nullable String sender,
            @RequestParam(required = false) @Nullable String layout,
            @RequestParam(required = false) @Nullable OffsetDateTime madeAt,
            @RequestHeader(name = "File-Name", defaultValue = "upload") String name,
            ServerHttpRequest request,
            @AuthenticationPrincipal Caller caller) {
        String by = Asked.operator(caller).name();
        ListFormat format = format(request.getHeaders().getContentType());
        String known = layout(side, layout);
        checkSender(side, sender);
        OffsetDateTime now = OffsetDateTime.now(clock).withOffsetSameInstant(VietnamTime.OFFSET);
        OffsetDateTime made = madeAt == null ? now : madeAt;
        if (made.isAfter(now.plusMinutes(5))) {
            throw Asked.unfit("made-in-the-future", "madeAt", made.toString(), "madeAt lies in the future");
        }
        return bodies.keep(request.getBody(), request.getHeaders().getContentLength())
                .publishOn(blocking)
                .map(ref -> kept(side, sender, known, format, name, ref, made, by, now));
    }

    private KeptList kept(
            Against side,
            @Nullable String sender,
            String layout,
            ListFormat format,
            String name,
            ContentRef ref,
            OffsetDateTime made,
            String by,
            OffsetDateTime now) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        try {
            return lists.keep(new KeptList(
                    UUID.randomUUID(), side, sender, layout, format, shown, ref.sha256(), ref.size(), made, by, now));
        } catch (UnreadableListException unreadable) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    unreadable.reason().rule(),
                    "The list cannot be read",
                    unreadable.reasons());
        }
    }

    private static ListFormat format(@Nullable MediaType type) {
        String named = type == null ? "" : type.getType() + "/" + type.getSubtype();
        return ListFormat.of(named)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-type",
                        "Content-Type must be text/csv, application/x-ndjson or " + ListFormat.XLSX.mediaType()));
    }

    private String layout(Against side, @Nullable String asked) {
        String name = asked == null ? (side == Against.PORTAL ? "portal-export" : "sender-list") : asked;
        Layout layout = layouts.find(name)
                .orElseThrow(() -> Asked.unfit("unknown-layout", "layout", name, "There is no such layout"));
        if (!layout.side().equals(side.name())) {
            throw Asked.unfit("unknown-layout", "layout", name, "This layout is of the other side");
        }
        return name;
    }

    private void checkSender(Against side, @Nullable String sender) {
        if ((side == Against.SENDER) != (sender != null)) {
            throw Asked.unfit(
                    "sender-missing", "sender", sender, "Name the sender of a sender's list, and of no other list");
        }
        if (sender != null && senders.find(sender).isEmpty()) {
            throw Asked.unfit("unknown-sender", "sender", sender, "There is no such sender");
        }
    }
}
