package vn.lienthong.hub.quality.agreement;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.dossier.NeighbourView;
import vn.lienthong.hub.dossier.Repair;
import vn.lienthong.hub.dossier.SyncReport;
import vn.lienthong.hub.dossier.UnplacedRecords;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.time.VietnamTime;

/**
 * Orders the repair of one difference. The order and its audit entry are kept together before anything is done; ordering
 * the same again does nothing more.
 */
@Component
public class Repairs {

    private static final String ORDERED = "ordered";

    private final Differences differences;
    private final Map<Repair.Kind, Repair> ways;
    private final SenderQuestions questions;
    private final NeighbourView portal;
    private final SyncReport ledger;
    private final UnplacedRecords records;
    private final Dossiers dossiers;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    Repairs(
            Differences differences,
            List<Repair> ways,
            SenderQuestions questions,
            NeighbourView portal,
            SyncReport ledger,
            UnplacedRecords records,
            Dossiers dossiers,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.differences = differences;
        this.ways = ways.stream().collect(Collectors.toMap(Repair::kind, Function.identity()));
        this.questions = questions;
        this.portal = portal;
        this.ledger = ledger;
        this.records = records;
        this.dossiers = dossiers;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What an operator wants.
     *
     * @param sender who is asked, where the difference names none
     */
    public record Wish(Repair.Kind repair, @Nullable String sender, String reason, Actor actor) {}

    /** The difference with what was done about it. */
    public Difference order(UUID run, int no, Wish wish) {
        Difference difference = Objects.requireNonNull(transaction.execute(status -> keep(run, no, wish)));
        Difference.Repaired repaired = difference.repaired();
        if (repaired != null && !repaired.outcome().equals(ORDERED)) {
            return difference;
        }
        Repair way = Objects.requireNonNull(ways.get(wish.repair()));
        Repair.Done done = way.mend(new Repair.Order(
                difference.code(),
                difference.dossierId(),
                sender(difference, wish),
                about(difference),
                wish.reason(),
                wish.actor()));
        differences.repaired(run, no, repaired(wish, (done.begun() ? "" : "nothing to do: ") + done.words()));
        return differences.find(run, no).orElseThrow();
    }

    /** Under the row's lock: a repair that was ordered before stays, another takes its place. */
    private Difference keep(UUID run, int no, Wish wish) {
        Difference difference = differences.lock(run, no).orElseThrow(Repairs::unknown);
        if (!difference.repairs().contains(wish.repair().name())) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "repair-unfit",
                    "This difference can be repaired by " + String.join(", ", difference.repairs()));
        }
        if (wish.repair() == Repair.Kind.ASK_SENDER && sender(difference, wish) == null) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "sender-missing", "Name the sender that is to be asked");
        }
        Difference.Repaired before = difference.repaired();
        if (before != null && before.repair().equals(wish.repair().name())) {
            return difference;
        }
        differences.repaired(run, no, repaired(wish, ORDERED));
        Map<String, String> details = new TreeMap<>();
        details.put("reconciliation", run + "/" + no);
        details.put("repair", wish.repair().name());
        details.put("reason", wish.reason());
        audit.record(wish.actor(), "difference.repair", difference.code(), details);
        return differences.find(run, no).orElseThrow();
    }

    private static @Nullable String sender(Difference difference, Wish wish) {
        return difference.sender() == null ? wish.sender() : difference.sender();
    }

    private Difference.Repaired repaired(Wish wish, String outcome) {
        OffsetDateTime now = OffsetDateTime.now(clock).withOffsetSameInstant(VietnamTime.OFFSET);
        return new Difference.Repaired(
                wish.repair().name(), wish.reason(), wish.actor().name(), now, outcome);
    }

    private static String about(Difference difference) {
        return difference.against() + " " + difference.kind();
    }

    static ProblemException unknown() {
        return new ProblemException(HttpStatus.NOT_FOUND, "unknown-difference", "There is no such difference");
    }

    /** What has come of a repair by now, in a word or two; empty where nothing was ordered. */
    public Optional<String> effect(Difference difference) {
        Difference.Repaired repaired = difference.repaired();
        if (repaired == null) {
            return Optional.empty();
        }
        return switch (Repair.Kind.valueOf(repaired.repair())) {
            case RESEND, PULL -> Optional.of(atThePortal(difference.dossierId()));
            case RENORMALISE -> Optional.of(inTheRegister(difference.code()));
            case ASK_SENDER ->
                questions
                        .newest(difference.code(), about(difference))
                        .map(asked -> asked.answer() == null ? "asked" : "answered: " + asked.answer());
        };
    }

    private String atThePortal(@Nullable UUID dossier) {
        SyncReport.Row row = dossier == null
                ? null
                : ledger.of(portal.neighbour(), List.of(dossier)).get(dossier);
        if (row == null) {
            return "not in the ledger";
        }
        boolean settled = row.state().equals("IDLE")
                && row.nextAttemptAt() == null
                && row.standing().ackedSeq() >= row.lastSeq();
        return settled ? "acknowledged by the portal" : row.state() + (row.cause() == null ? "" : ": " + row.cause());
    }

    private String inTheRegister(String code) {
        UnplacedRecords.Trace trace = records.of(List.of(code)).get(code);
        if (trace != null) {
            return trace.state() + (trace.cause() == null ? "" : ": " + trace.cause());
        }
        return dossiers.byCode(code).isPresent() ? "registered" : "not in the register";
    }
}
