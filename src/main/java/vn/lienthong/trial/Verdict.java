package vn.lienthong.trial;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What was accepted, held against the register and the stand-in.
 *
 * <p><b>lost</b>: an accepted record without an end state, or a registered event absent at the portal.
 * <b>duplicated</b>: a natural key stored twice there. <b>out of order</b>: a dossier whose steps arrived in another
 * order than the register's, or whose final status differs. {@code repeated} are harmless no-op re-sends.
 */
record Verdict(
        long accepted,
        long registered,
        long refused,
        long parked,
        long acknowledged,
        long repeated,
        long lost,
        long duplicated,
        long outOfOrder,
        boolean drained,
        List<String> findings) {

    private static final int FINDINGS_SHOWN = 20;

    /** Waits until nothing is in flight any more, then judges. */
    static Verdict await(Installation hub, Map<String, Integer> accepted, Duration limit) throws Exception {
        boolean drained = drained(hub, accepted, Instant.now().plus(limit));
        try (Register register = new Register(hub)) {
            return new Judgement(accepted, register, new Portal(hub)).verdict(drained);
        }
    }

    private static boolean drained(Installation hub, Map<String, Integer> accepted, Instant until)
            throws InterruptedException {
        while (Instant.now().isBefore(until)) {
            try (Register register = new Register(hub)) {
                Set<String> seen = register.records().keySet();
                if (register.unfinished() == 0 && seen.containsAll(accepted.keySet())) {
                    new Portal(hub).report();
                    return true;
                }
            } catch (SQLException | IOException e) {
                // the last kill may have hit PostgreSQL or the stand-in; it is being started again
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        return false;
    }

    boolean clean() {
        return drained && lost == 0 && duplicated == 0 && outOfOrder == 0 && accepted == registered + refused + parked;
    }

    String line() {
        return ("accepted=%d registered=%d refused=%d parked=%d acknowledged=%d repeated=%d lost=%d duplicated=%d"
                        + " out_of_order=%d")
                .formatted(accepted, registered, refused, parked, acknowledged, repeated, lost, duplicated, outOfOrder);
    }

    /** Compares step by step. */
    private static final class Judgement {

        private final Map<String, Integer> accepted;
        private final Register register;
        private final Portal portal;
        private final List<String> findings = new ArrayList<>();
        private long lost;
        private long outOfOrder;
        private long acknowledged;

        Judgement(Map<String, Integer> accepted, Register register, Portal portal) {
            this.accepted = accepted;
            this.register = register;
            this.portal = portal;
        }

        Verdict verdict(boolean drained) throws Exception {
            Map<String, Map<String, Integer>> records = register.records();
            accepted.forEach((id, expected) -> countEnded(id, expected, records.getOrDefault(id, Map.of())));
            Map<String, List<Register.Step>> there = portal.steps();
            register.owed().forEach((code, owed) -> compare(code, owed, there.getOrDefault(code, List.of())));
            Portal.Report report = portal.report();
            findings.add("%d dossiers held as not sendable; %s"
                    .formatted(register.held(), drained ? "drained" : "NOT drained"));
            return new Verdict(
                    accepted.values().stream().mapToLong(Integer::longValue).sum(),
                    total(records, "REGISTERED"),
                    total(records, "REFUSED"),
                    total(records, "PARKED"),
                    acknowledged,
                    report.repeated(),
                    lost,
                    report.duplicates(),
                    outOfOrder,
                    drained,
                    findings);
        }

        private long total(Map<String, Map<String, Integer>> records, String state) {
            return accepted.keySet().stream()
                    .mapToLong(id -> records.getOrDefault(id, Map.of()).getOrDefault(state, 0))
                    .sum();
        }

        private void countEnded(String submission, int expected, Map<String, Integer> states) {
            int ended = states.entrySet().stream()
                    .filter(s -> !s.getKey().equals("IN_FLIGHT"))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            if (ended != expected) {
                lost += Math.abs(expected - ended);
                finding("submission %s: %d of %d records ended", submission, ended, expected);
            }
        }

        private void compare(String code, List<Register.Step> owed, List<Register.Step> there) {
            List<Register.Step> missing =
                    owed.stream().filter(step -> !there.contains(step)).toList();
            lost += missing.size();
            acknowledged += owed.size() - missing.size();
            if (!missing.isEmpty()) {
                finding("dossier %s: the portal has no %s", code, missing);
            } else if (!there.stream()
                            .filter(Set.copyOf(owed)::contains)
                            .toList()
                            .equals(owed)
                    || latest(owed) != latest(there)) {
                outOfOrder++;
                finding("dossier %s: owed %s, arrived %s", code, owed, there);
            }
        }

        private static int latest(List<Register.Step> steps) {
            return steps.stream()
                    .collect(Collectors.reducing((a, b) -> b.time().compareTo(a.time()) >= 0 ? b : a))
                    .map(Register.Step::status)
                    .orElse(0);
        }

        private void finding(String text, Object... arguments) {
            if (findings.size() < FINDINGS_SHOWN) {
                findings.add(text.formatted(arguments));
            }
        }
    }
}
