package vn.lienthong.standin.store;

import java.util.List;

/** A dossier at one moment, its steps in arrival order. */
public record DossierView(
        String code, String unit, long arrival, int versions, String status, Place place, List<StoredStep> steps) {

    /** How many steps repeat the natural key of an earlier one: more than none means the stand-in itself is wrong. */
    long duplicates() {
        return steps.size() - steps.stream().map(StoredStep::key).distinct().count();
    }

    /** How many steps share status and time with another but say something else. */
    long conflicting() {
        return steps.size()
                - duplicates()
                - steps.stream().map(StoredStep::moment).distinct().count();
    }
}
