package vn.lienthong.identity.staff;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.identity.audit.Actor;
import vn.lienthong.identity.audit.Journal;
import vn.lienthong.identity.http.Fault;
import vn.lienthong.identity.http.Refusal;

/**
 * After a reorganisation: the people of an agency that ends, each with the rights proposed at its successor. It is looked
 * at first and applied as it was seen; what changed in between is shown again instead of applied.
 */
@Component
class Regrants {

    /** A plan for this moment may be looked at for so long; applied, it holds from when it is applied. */
    private static final Duration LOOKED_AT = Duration.ofMinutes(30);

    private final StaffTable table;
    private final Grants grants;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Regrants(StaffTable table, Grants grants, Journal journal, TransactionTemplate transaction, Clock clock) {
        this.table = table;
        this.grants = grants;
        this.journal = journal;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * One agency that ends.
     *
     * @param to its successor, absent when rights end without one
     * @param roles the new role by account, for those whose role changes
     * @param department the sender that departments' users see from then on, absent when it stays
     * @param leaving accounts that get no rights there
     */
    record Move(
            String from,
            @Nullable String to,
            Instant on,
            Map<String, StaffRole> roles,
            @Nullable String department,
            List<String> leaving) {

        @SuppressWarnings("NullAway") // absent collections arrive as null
        Move {
            roles = roles == null ? Map.of() : Map.copyOf(roles);
            on = on == null ? null : on.truncatedTo(ChronoUnit.MICROS);
            leaving = leaving == null ? List.of() : List.copyOf(leaving);
        }
    }

    /** What one person has, and would have; no new rights when they end. */
    record Line(
            String name,
            String displayName,
            Grant held,
            @Nullable Grant proposed) {}

    /** The mark stands for exactly these lines, agencies and moment. */
    record Plan(String mark, List<Line> lines) {}

    Plan plan(Move move) {
        return plan(move, moment(move));
    }

    private Plan plan(Move move, Instant from) {
        List<Line> lines = new ArrayList<>();
        for (String name : grants.staffOf(move.from(), from)) {
            StaffMember member = table.find(name).orElseThrow();
            held(member, move, from)
                    .ifPresent(held -> lines.add(new Line(
                            name, member.displayName(), held, move.to() == null ? null : proposed(name, held, move))));
        }
        return new Plan(mark(move, lines), lines);
    }

    /** As it was seen, or not at all. */
    Plan apply(Actor actor, Move move, String mark, String reason) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Instant from = moment(move);
            lock(plan(move, from));
            Plan plan = plan(move, from);
            if (!plan.mark().equals(mark)) {
                throw Refusal.conflict("plan-changed", "Rights changed since the plan was looked at: look again");
            }
            for (Line line : plan.lines()) {
                String subject = table.find(line.name()).orElseThrow().subject();
                if (subject.equals(actor.name())) {
                    throw Refusal.conflict("own-account", "Somebody else applies a plan that you are in");
                }
                if (line.proposed() == null) {
                    grants.end(subject, from);
                } else {
                    grants.give(subject, line.proposed().beginning(from), actor.name(), reason);
                }
                journal.record(actor, "staff-regranted", line.name(), details(move, from, line, reason));
            }
            return plan;
        }));
    }

    /** All of them before the first is changed: one at a time, two changes could wait for each other. */
    private void lock(Plan plan) {
        plan.lines()
                .forEach(
                        line -> table.lock(table.find(line.name()).orElseThrow().subject()));
    }

    /** The past is not written anew: what was for a moment that just went by is for now. */
    private Instant moment(Move move) {
        Instant now = clock.instant();
        if (move.on().isBefore(now.minus(LOOKED_AT))) {
            throw Refusal.wrong(List.of(new Fault("move.on", "past", "now or a moment to come")));
        }
        return Moments.later(move.on(), now).truncatedTo(ChronoUnit.MICROS);
    }

    private static Optional<Grant> held(StaffMember member, Move move, Instant from) {
        return member.grants().stream()
                .filter(grant -> move.from().equals(grant.agency()) && grant.holdsAt(from))
                .findFirst();
    }

    private static @Nullable Grant proposed(String name, Grant held, Move move) {
        if (move.leaving().contains(name)) {
            return null;
        }
        StaffRole role = move.roles().getOrDefault(name, held.role());
        String department = move.department() == null ? held.department() : move.department();
        return new Grant(
                role, role == StaffRole.DEPARTMENT_USER ? department : null, move.to(), move.on(), held.until());
    }

    private static Map<String, Object> details(Move move, Instant from, Line line, String reason) {
        return Map.of(
                "from",
                move.from(),
                "to",
                line.proposed() == null ? "" : String.valueOf(move.to()),
                "role",
                line.proposed() == null ? "" : line.proposed().role().name(),
                "on",
                from.toString(),
                "reason",
                reason);
    }

    private static String mark(Move move, List<Line> lines) {
        try {
            String seen = List.of(move.from(), String.valueOf(move.to()), move.on(), lines)
                    .toString();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(seen.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
