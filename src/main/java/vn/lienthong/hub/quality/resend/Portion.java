package vn.lienthong.hub.quality.resend;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
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
    private final Map<PlanKind, Work> works;
    private final TransactionTemplate transaction;
    private final ResendSettings settings;
    private final Clock clock;

    Portion(
            PlanTable table,
            Items items,
            List<Work> works,
            TransactionTemplate transaction,
            ResendSettings settings,
            Clock clock) {
        this.table = table;
        this.items = items;
        this.works = works.stream().collect(Collectors.toMap(Work::kind, Function.identity()));
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
        Map<Integer, Forecast> seen = work(plan).forecasts(plan, page);
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
        Map<Integer, Forecast> seen = work(plan).forecasts(plan, portion);
        Set<Integer> begun = work(plan)
                .begin(portion.stream()
                        .filter(item -> of(seen, item).kind() == Forecast.Kind.WILL_PASS)
                        .toList());
        for (Item item : portion) {
            mark(plan, item, of(seen, item), begun);
        }
    }

    private void mark(Plan plan, Item item, Forecast forecast, Set<Integer> begun) {
        String outcome = switch (forecast.kind()) {
            case WILL_FAIL -> "FAILED";
            case OVERTAKEN -> "OVERTAKEN";
            case NO_OP -> "NO_OP";
            case WILL_PASS -> begun.contains(item.no()) ? "QUEUED" : "NO_OP";
        };
        items.mark(plan.id(), item.no(), outcome, forecast.reason());
    }

    /** Marks what the portal has acknowledged, or the ledger or the intake holds back, by now. */
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
        work(plan).endings(page).forEach((no, ending) -> items.mark(plan.id(), no, ending.outcome(), ending.reason()));
    }

    private Work work(Plan plan) {
        return Objects.requireNonNull(works.get(plan.work()));
    }

    private void end(Plan plan) {
        if (items.queued(plan.id(), 0, 1).isEmpty()
                && items.unsent(plan.id(), 1).isEmpty()) {
            table.ended(plan.id(), plan.state() == Plan.State.CANCELLED ? Plan.State.CANCELLED : Plan.State.DONE);
        }
    }

    private static Forecast of(Map<Integer, Forecast> seen, Item item) {
        return Objects.requireNonNull(seen.get(item.no()));
    }
}
