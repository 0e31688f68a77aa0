package vn.lienthong.hub.quality.resend;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.dossier.Lane;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.dossier.NeighbourView;
import vn.lienthong.hub.dossier.SyncReport;
import vn.lienthong.hub.dossier.SyncResend;
import vn.lienthong.hub.platform.time.VietnamTime;

/**
 * One step of one plan: a page of the dry run, a portion for the ledger, or a look at what became of it.
 *
 * <p>Each is one transaction that holds the plan's row, so that any number of nodes may try and each dossier is put into
 * the ledger once, whoever is killed when.
 */
@Component
class Portion {

    private static final int PAGE = 500;
    private static final Duration SAVED = Duration.ofSeconds(2);

    private final PlanTable table;
    private final Items items;
    private final Forecasts forecasts;
    private final SyncResend resend;
    private final SyncReport ledger;
    private final Neighbour portal;
    private final TransactionTemplate transaction;
    private final ResendSettings settings;
    private final Clock clock;

    Portion(
            PlanTable table,
            Items items,
            Forecasts forecasts,
            SyncResend resend,
            SyncReport ledger,
            NeighbourView portal,
            TransactionTemplate transaction,
            ResendSettings settings,
            Clock clock) {
        this.table = table;
        this.items = items;
        this.forecasts = forecasts;
        this.resend = resend;
        this.ledger = ledger;
        this.portal = portal.neighbour();
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether there was something to do at once again. */
    boolean of(UUID id) {
        return Boolean.TRUE.equals(transaction.execute(
                status -> table.lockIfFree(id).map(this::step).orElse(false)));
    }

    private boolean step(PlanTable.Row row) {
        return switch (row.plan().state()) {
            case CHECKING -> check(row.plan());
            case APPROVED -> run(row);
            case PAUSED, CANCELLED -> settle(row.plan());
            case CHECKED, DONE -> false;
        };
    }

    private boolean check(Plan plan) {
        List<Item> page = items.unchecked(plan.id(), PAGE);
        Map<UUID, Forecast> seen = forecasts.of(page, plan.includeConfirmed());
        page.forEach(item -> items.forecast(plan.id(), item, of(seen, item)));
        if (page.size() < PAGE) {
            table.state(plan.id(), Plan.State.CHECKED);
            return false;
        }
        return true;
    }

    private boolean run(PlanTable.Row row) {
        Plan plan = row.plan();
        settle(plan);
        LocalTime now = LocalTime.ofInstant(clock.instant(), VietnamTime.ZONE);
        if (!Plan.open(plan.windowFrom(), plan.windowUntil(), now)) {
            return false;
        }
        int room = Math.min(allowed(row), free(plan));
        if (room > 0) {
            List<Item> next = items.unsent(plan.id(), room);
            send(plan, next);
            table.ticked(plan.id());
            if (next.size() < room) {
                end(plan);
            }
        }
        return false;
    }

    /** By the time since the last portion of any node, of which no more than two seconds are saved up. */
    private int allowed(PlanTable.Row row) {
        OffsetDateTime last = row.tickedAt();
        Duration since = last == null ? settings.tick() : Duration.between(last, OffsetDateTime.now(clock));
        Duration counted = since.compareTo(SAVED) > 0 ? SAVED : since;
        return (int) (row.plan().perSecond() * counted.toMillis() / 1_000);
    }

    /** What waits in the ledger cannot be called back, so it is kept short. */
    private int free(Plan plan) {
        int ahead = plan.perSecond() * settings.ahead();
        return ahead - items.queued(plan.id(), 0, ahead).size();
    }

    /** The forecast is made anew: between the dry run and now the register or the ledger may have gone on. */
    private void send(Plan plan, List<Item> portion) {
        Map<UUID, Forecast> seen = forecasts.of(portion, plan.includeConfirmed());
        List<UUID> passing = portion.stream()
                .filter(item -> of(seen, item).kind() == Forecast.Kind.WILL_PASS)
                .map(Item::dossierId)
                .filter(Objects::nonNull)
                .toList();
        Set<UUID> begun = new HashSet<>(resend.begin(portal, passing, Lane.BULK));
        begun.addAll(resend.fromTheStart(
                portal, passing.stream().filter(id -> !begun.contains(id)).toList(), Lane.BULK));
        for (Item item : portion) {
            mark(plan, item, of(seen, item), begun);
        }
    }

    private void mark(Plan plan, Item item, Forecast forecast, Set<UUID> begun) {
        String outcome = switch (forecast.kind()) {
            case WILL_FAIL -> "FAILED";
            case OVERTAKEN -> "OVERTAKEN";
            case NO_OP -> "NO_OP";
            case WILL_PASS -> begun.contains(item.dossierId()) ? "QUEUED" : "NO_OP";
        };
        items.mark(plan.id(), item.no(), outcome, forecast.reason());
    }

    /** Marks what the portal has acknowledged or the ledger holds back by now. */
    private boolean settle(Plan plan) {
        int after = 0;
        List<Item> page = items.queued(plan.id(), after, PAGE);
        while (!page.isEmpty()) {
            settle(plan, page);
            after = page.getLast().no();
            page = items.queued(plan.id(), after, PAGE);
        }
        if (plan.state() == Plan.State.CANCELLED) {
            end(plan);
        }
        return false;
    }

    private void settle(Plan plan, List<Item> page) {
        List<UUID> ids = new ArrayList<>();
        page.forEach(item -> ids.add(Objects.requireNonNull(item.dossierId())));
        Map<UUID, SyncReport.Row> rows = ledger.of(portal, ids);
        for (Item item : page) {
            SyncReport.Row row = rows.get(Objects.requireNonNull(item.dossierId()));
            if (row == null) {
                items.mark(plan.id(), item.no(), "FAILED", "gone from the ledger");
            } else if (row.state().equals("BLOCKED")) {
                items.mark(plan.id(), item.no(), "FAILED", row.cause());
            } else if (acknowledged(item, row)) {
                items.mark(plan.id(), item.no(), "ACKNOWLEDGED", null);
            }
        }
    }

    private static boolean acknowledged(Item item, SyncReport.Row row) {
        return row.state().equals("IDLE")
                && row.nextAttemptAt() == null
                && !row.standing().uncertain()
                && row.standing().ackedSeq() >= item.frozenSeq();
    }

    private void end(Plan plan) {
        if (items.queued(plan.id(), 0, 1).isEmpty()
                && items.unsent(plan.id(), 1).isEmpty()) {
            table.ended(plan.id(), plan.state() == Plan.State.CANCELLED ? Plan.State.CANCELLED : Plan.State.DONE);
        }
    }

    private static Forecast of(Map<UUID, Forecast> seen, Item item) {
        UUID id = item.dossierId();
        Forecast forecast = id == null ? null : seen.get(id);
        return forecast == null ? Forecast.fail("unknown code") : forecast;
    }
}
