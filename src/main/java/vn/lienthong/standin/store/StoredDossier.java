package vn.lienthong.standin.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One dossier and its steps in arrival order; guarded by the lock of {@link Dossiers}. */
final class StoredDossier {

    private final String code;
    private final String unit;
    private final long arrival;
    private final List<StoredStep> steps = new ArrayList<>(4);
    private byte[] json;
    private String ownStatus;
    private int versions = 1;

    StoredDossier(String code, String unit, long arrival, byte[] json, String ownStatus) {
        this.code = code;
        this.unit = unit;
        this.arrival = arrival;
        this.json = json;
        this.ownStatus = ownStatus;
    }

    boolean holds(byte[] version) {
        return Arrays.equals(json, version);
    }

    boolean holds(StoredStep step) {
        return steps.stream().anyMatch(known -> known.key().equals(step.key()));
    }

    void replace(byte[] version, String status) {
        json = version;
        ownStatus = status;
        versions++;
    }

    void append(StoredStep step) {
        steps.add(step);
    }

    DossierView view() {
        return new DossierView(code, unit, arrival, versions, status(), json, List.copyOf(steps));
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
