package vn.lienthong.hub.quality.resend;

/** What would become of one dossier, and why. */
record Forecast(Kind kind, String reason) {

    /** How it would end. */
    enum Kind {
        WILL_PASS,
        WILL_FAIL,
        /** There is nothing to tell, or it is on its way without this. */
        NO_OP,
        /** The register went on since the plan was frozen: the newer state has gone or goes by itself. */
        OVERTAKEN
    }

    static Forecast pass(String reason) {
        return new Forecast(Kind.WILL_PASS, reason);
    }

    static Forecast fail(String reason) {
        return new Forecast(Kind.WILL_FAIL, reason);
    }

    static Forecast nothing(String reason) {
        return new Forecast(Kind.NO_OP, reason);
    }

    static Forecast overtaken(int seq) {
        return new Forecast(Kind.OVERTAKEN, "event " + seq + " of the register is newer and goes by itself");
    }
}
