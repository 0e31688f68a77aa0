package vn.lienthong.hub.console.pages;

import java.util.Locale;

/** The screens in the order of the menu; each is named in the words as {@code area.<name>}. */
public enum Area {
    HOME("/console"),
    DOSSIERS("/console/dossiers"),
    ISSUES("/console/issues"),
    RESENDS("/console/resends"),
    NATIONAL("/console/national"),
    ROUTES("/console/routes"),
    QUEUES("/console/queues"),
    HAND_OVER("/console/hand-over"),
    DEPARTMENTS("/console/departments"),
    CATALOGUE("/console/catalogue"),
    REPORTS("/console/reports"),
    AUDIT("/console/audit");

    private final String path;

    Area(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    public String word() {
        return "area." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
