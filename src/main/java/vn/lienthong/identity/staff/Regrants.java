package vn.lienthong.identity.staff;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
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
import vn.lienthong.identity.http.Refusal;

/**
 * After a reorganisation: the people of an agency that ends, each with the rights proposed at its successor. It is looked
 * at first and applied as it was seen; what changed in between is shown again instead of applied.
 */
@Component
class Regrants {

    private final StaffTable table;
    private final Grants grants;
    private final Journal journal;
    private final TransactionTemplate transaction;

    Regrants(StaffTable table, Grants grants, Journal journal, TransactionTemplate transaction) {
        this.table = table;
        this.grants = grants;
        this.journal = journal;
        this.transaction = transaction;
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

    /** The mark stands for exactly these lines. */
    record Plan(String mark, List<Line> lines) {}

    Plan plan(Move move) {
        List<Line> lines = new ArrayList<>();
        for (String name : grants.staffOf(move.from(), move.on())) {
            StaffMember member = table.find(name).orElseThrow();
            held(member, move)
                    .ifPresent(held -> lines.add(new Line(
                            name, member.displayName(), held, move.to() == null ? null : proposed(name, held, move))));
        }
        return new Plan(mark(lines), lines);
    }

    /** As it was seen, or not at all. */
    Plan apply(Actor actor, Move move, String mark, String reason) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Plan plan = plan(move);
            if (!plan.mark().equals(mark)) {
                throw Refusal.conflict("plan-changed", "Rights changed since the plan was looked at: look again");
            }
            for (Line line : plan.lines()) {
                String subject = table.find(line.name()).orElseThrow().subject();
                if (subject.equals(actor.name())) {
                    throw Refusal.conflict("own-account", "Somebody else applies a plan that you are in");
                }
                if (line.proposed() == null) {
                    grants.end(subject, move.on());
                } else {
                    grants.give(subject, line.proposed(), actor.name(), reason);
                }
                journal.record(actor, "staff-regranted", line.name(), details(move, line, reason));
            }
            return plan;
        }));
    }

    private static Optional<Grant> held(StaffMember member, Move move) {
        return member.grants().stream()
                .filter(grant -> move.from().equals(grant.agency()) && grant.holdsAt(move.on()))
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

    private static Map<String, Object> details(Move move, Line line, String reason) {
        return Map.of(
                "from",
                move.from(),
                "to",
                line.proposed() == null ? "" : String.valueOf(move.to()),
                "role",
                line.proposed() == null ? "" : line.proposed().role().name(),
                "on",
                move.on().toString(),
                "reason",
                reason);
    }

    private static String mark(List<Line> lines) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(lines.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
