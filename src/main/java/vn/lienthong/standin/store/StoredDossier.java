package vn.lienthong.standin.store;

import java.util.ArrayList;
import java.util.List;

/** One dossier and its steps in arrival order; guarded by the lock of {@link Dossiers}. */
final class StoredDossier {

    private final String unit;
    private final long arrival;
    private final List<StoredStep> steps = new ArrayList<>(2);
    private Arrival newest;
    private Place place;
    private int versions = 1;

    StoredDossier(String unit, long arrival, Arrival first, Place place) {
        this.unit = unit;
        this.arrival = arrival;
        this.newest = first.withoutJson();
        this.place = place;
    }

    boolean holds(Kind kind, Arrival offered) {
        return kind == Kind.STEP
                ? steps.stream().anyMatch(step -> step.says(offered))
                : newest.content().equals(offered.content());
    }

    void replace(Arrival version, Place where) {
        newest = version.withoutJson();
        place = where;
        versions++;
    }

    void append(StoredStep step) {
        steps.add(step);
    }

    DossierView view() {
        return new DossierView(newest.code(), unit, arrival, versions, status(), place, List.copyOf(steps));
    }

    /** The status of the latest step by its own time, the later arrival winning a tie; without steps, the dossier's. */
    private String status() {
        StoredStep latest = null;
        for (StoredStep step : steps) {
            if (latest == null || step.time().compareTo(latest.time()) >= 0) {
                latest = step;
            }
        }
        return latest == null ? newest.status() : latest.status();
    }
}
