package vn.lienthong.standin.protocol;

import tools.jackson.databind.node.ObjectNode;

/** The strict checks of one kind of record. */
public interface RecordRules {

    /** Throws a {@link Refusal} that names the first field in the wrong. */
    void check(ObjectNode record);

    static RecordRules ofDossiers() {
        return new DossierRules();
    }

    static RecordRules ofSteps() {
        return new StepRules();
    }

    /** Only what is needed to find the dossier: for callers whose dialect the strict rules do not know. */
    static RecordRules lenient() {
        return record -> Fields.required(record, "MaHoSo");
    }
}
