package vn.lienthong.hub.notify.notices;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.DossierFacts.NoticeChoice;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.notify.notices.Delivery.Verdict;
import vn.lienthong.hub.platform.time.HybridClock;

/** Sends what is owed: claims, composes, calls without a transaction, settles against the claim. */
@Component
class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Notices notices;
    private final Dossiers dossiers;
    private final Audience audience;
    private final Composer composer;
    private final Gateways gateways;
    private final NoticeConfig config;
    private final HybridClock node;
    private final MeterRegistry meters;

    Courier(
            Notices notices,
            Dossiers dossiers,
            Audience audience,
            Composer composer,
            Gateways gateways,
            NoticeConfig config,
            HybridClock node,
            MeterRegistry meters) {
        this.notices = notices;
        this.dossiers = dossiers;
        this.audience = audience;
        this.composer = composer;
        this.gateways = gateways;
        this.config = config;
        this.node = node;
        this.meters = meters;
    }

    /** When a notice that was certainly not sent is tried again. */
    static Duration after(int attempts) {
        return switch (attempts) {
            case 0, 1 -> Duration.ofSeconds(30);
            case 2 -> Duration.ofMinutes(2);
            case 3 -> Duration.ofMinutes(10);
            case 4 -> Duration.ofMinutes(30);
            default -> Duration.ofHours(2);
        };
    }

    /** One round: at most a second's share of what the gateways take. How many were claimed. */
    int round() {
        notices.takeBackExpired(Stream.of(Channel.values())
                .filter(channel -> gateways.of(channel).recognisesRepeats())
                .toList());
        String lease = node.next().node() + "/" + UUID.randomUUID();
        List<Notice> claimed = notices.claim(lease, LEASE, config.now().rules().perSecond());
        Map<UUID, DossierView> views = claimed.isEmpty() ? Map.of() : views(claimed);
        Map<UUID, NoticeChoice> choices = audience.choices(views.values());
        try (ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor()) {
            claimed.forEach(notice -> calls.execute(
                    () -> quietly(notice, lease, views.get(notice.dossierId()), choices.get(notice.dossierId()))));
        }
        return claimed.size();
    }

    /** A failure of ours leaves the row to the end of its lease. */
    private void quietly(Notice notice, String lease, @Nullable DossierView dossier, @Nullable NoticeChoice choice) {
        try {
            if (choice == null || Audience.wants(choice, notice.channel())) {
                send(notice, lease, dossier);
            } else {
                decline(notice, lease, choice);
            }
        } catch (RuntimeException ours) {
            log.warn("Notice {} not settled: {}", notice.id(), ours.getMessage());
        }
    }

    /** Chosen after the notice was planned: told by the channels that are wanted instead, if any. */
    private void decline(Notice notice, String lease, NoticeChoice choice) {
        notices.tellInstead(notice, audience.of(choice));
        settle(notice, lease, "DECLINED", null, "the citizen chose otherwise");
    }

    private void send(Notice notice, String lease, @Nullable DossierView dossier) {
        Instant now = notices.now().toInstant();
        if (notice.since().plus(config.now().rules().expireAfter()).isBefore(now)) {
            settle(notice, lease, "EXPIRED", null, "too late to be of use");
            return;
        }
        Composer.Composed composed = composer.of(notice, dossier);
        Message message = composed.message();
        if (message == null) {
            settle(notice, lease, "NO_ADDRESS", null, composed.cause());
            return;
        }
        Gateway gateway = gateways.of(notice.channel());
        OffsetDateTime began = notices.now();
        notices.begin(notice, began, gateway.name(), message.masked());
        Delivery delivery = gateway.send(message);
        notices.end(notice, began, delivery);
        judge(notice, lease, gateway, delivery);
    }

    private void judge(Notice notice, String lease, Gateway gateway, Delivery delivery) {
        boolean again = delivery.verdict() == Verdict.UNAVAILABLE
                || (delivery.verdict() == Verdict.UNKNOWN && gateway.recognisesRepeats());
        if (again) {
            Instant next = notices.now().toInstant().plus(after(notice.attempts()));
            settle(notice, lease, "WAITING", next, delivery.words());
            return;
        }
        String state = switch (delivery.verdict()) {
            case SENT -> "SENT";
            case BOUNCED -> "BOUNCED";
            case UNKNOWN -> "UNCERTAIN";
            case REFUSED, UNAVAILABLE -> "FAILED";
        };
        settle(notice, lease, state, null, state.equals("SENT") ? "" : delivery.words());
    }

    private void settle(Notice notice, String lease, String state, @Nullable Instant next, String cause) {
        if (notices.settle(notice, lease, state, next, cause)) {
            String meter = state.equals("SENT") ? "lienthong.notify.sent" : "lienthong.notify.failed";
            meters.counter(meter, "channel", notice.channel().name(), "state", state)
                    .increment();
        }
    }

    private Map<UUID, DossierView> views(List<Notice> claimed) {
        List<UUID> ids = claimed.stream().map(Notice::dossierId).distinct().toList();
        return dossiers.byIds(ids).stream().collect(Collectors.toMap(DossierView::id, Function.identity()));
    }
}
