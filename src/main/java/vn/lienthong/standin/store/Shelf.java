package vn.lienthong.standin.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state in memory; guarded by the lock of {@link Dossiers}. */
final class Shelf {

    private final Map<String, StoredDossier> byCode = new HashMap<>();
    private final List<StoredDossier> inOrder = new ArrayList<>();
    private long arrivals;
    private long repeated;
    private long unchanged;

    /** {@code repeatedHere} says that the same call carries the same record before this one. */
    Verdict judge(Kind kind, Arrival arrival, boolean repeatedHere) {
        StoredDossier known = byCode.get(arrival.code());
        if (kind == Kind.CREATE) {
            return known != null || repeatedHere ? Verdict.EXISTS : Verdict.STORED;
        }
        if (known == null) {
            return Verdict.UNKNOWN;
        }
        return repeatedHere || known.holds(kind, arrival) ? Verdict.REPEATED : Verdict.STORED;
    }

    void put(Kind kind, String unit, Arrival arrival, Place place) {
        long number = ++arrivals;
        StoredDossier known = byCode.get(arrival.code());
        if (known == null) {
            known = new StoredDossier(inOrder.size(), unit, number, arrival, place);
            byCode.put(arrival.code(), known);
            inOrder.add(known);
        } else if (kind == Kind.STEP) {
            known.append(arrival.step(number, place));
        } else {
            known.replace(arrival, place);
        }
    }

    void countNoOps(Kind kind, int noOps) {
        if (kind == Kind.STEP) {
            repeated += noOps;
        } else {
            unchanged += noOps;
        }
    }

    Optional<DossierView> find(String code) {
        return Optional.ofNullable(byCode.get(code)).map(StoredDossier::view);
    }

    List<DossierView> page(String after, int limit) {
        StoredDossier last = byCode.get(after);
        int from = last == null ? 0 : last.position() + 1;
        int to = (int) Math.min((long) from + limit, inOrder.size());
        return inOrder.subList(from, to).stream().map(StoredDossier::view).toList();
    }

    Holdings noOps() {
        return Holdings.of(repeated, unchanged);
    }

    int size() {
        return inOrder.size();
    }

    void clear() {
        byCode.clear();
        inOrder.clear();
        arrivals = 0;
        repeated = 0;
        unchanged = 0;
    }
}
