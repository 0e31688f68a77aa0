package vn.lienthong.standin.store;

import java.util.ArrayList;
import java.util.List;

/** One dossier and its steps in arrival order; guarded by the lock of {@link Dossiers}. */
final class StoredDossier {

    private final int position;
    private final String code;
    private final String unit;
    private final long arrival;
    private List<StoredStep> steps = List.of();
    private String ownStatus;
    private long content;
    private Place place;
    private int versions = 1;

    StoredDossier(int position, String unit, long arrival, Arrival first, Place place) {
        this.position = position;
        this.code = first.code();
        this.unit = unit;
        this.arrival = arrival;
        this.ownStatus = first.status();
        this.content = first.content();
        this.place = place;
    }

    /** How many dossiers arrived before it. */
    int position() {
        return position;
    }

    boolean holds(Kind kind, Arrival offered) {
        return kind == Kind.STEP ? steps.stream().anyMatch(step -> step.says(offered)) : content == offered.content();
    }

    void replace(Arrival version, Place where) {
        ownStatus = version.status();
        content = version.content();
        place = where;
        versions++;
    }

    void append(StoredStep step) {
        if (steps.isEmpty()) {
            steps = new ArrayList<>(4);
        }
        steps.add(step);
    }

    DossierView view() {
        return new DossierView(code, unit, arrival, versions, status(), place, List.copyOf(steps));
    }

    /** The status of the latest step by its own time, the later arrival winning a tie; without steps, the dossier's. */
    private String status() {
        StoredStep latest = null;
        for (StoredStep step : steps) {
            if (latest == null || step.time().compareTo(latest.time()) >= 0) {
                latest = step;
            }
        }
        return latest == null ? ownStatus : latest.status();
    }
}
