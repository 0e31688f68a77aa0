package vn.lienthong.hub.console.pages;

import java.util.Locale;
import vn.lienthong.hub.console.session.Visit;

/** The screens in the order of the menu; each is named in the words as {@code area.<name>}. */
public enum Area {
    HOME("/console"),
    DOSSIERS("/console/dossiers"),
    ISSUES("/console/issues"),
    RESENDS("/console/resends", Whose.PROVINCE),
    NATIONAL("/console/national", Whose.PROVINCE),
    ROUTES("/console/routes", Whose.PROVINCE),
    QUEUES("/console/queues"),
    HAND_OVER("/console/hand-over", Whose.PROVINCE),
    DEPARTMENTS("/console/departments"),
    CATALOGUE("/console/catalogue"),
    REPORTS("/console/reports", Whose.PROVINCE),
    AUDIT("/console/audit", Whose.INSPECTORS),
    IDENTITY("/console/identity", Whose.OPERATORS);

    private final String path;
    private final Whose whose;

    Area(String path) {
        this(path, Whose.EVERYBODY);
    }

    Area(String path, Whose whose) {
        this.path = path;
        this.whose = whose;
    }

    /** Who finds something there; a department's people see of the other screens what is their own. */
    private enum Whose {
        EVERYBODY,
        /** Staff of the province: what it shows is of all departments. */
        PROVINCE,
        /** Who may look into everything. */
        INSPECTORS,
        /** Who may also do something about it. */
        OPERATORS
    }

    /** Whether the API answers this person what stands there. */
    public boolean isFor(Visit visit) {
        return switch (whose) {
            case EVERYBODY -> true;
            case PROVINCE -> !visit.ofDepartment();
            case INSPECTORS -> visit.may("REVEAL");
            case OPERATORS -> visit.may("REPLAY");
        };
    }

    public String path() {
        return path;
    }

    public String word() {
        return "area." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
