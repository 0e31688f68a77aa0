package vn.lienthong.identity.telling;

/** What a client answered, or that it did not; {@code refused} when it will never take this. */
record Told(boolean done, boolean refused, String words) {

    static final Told DONE = new Told(true, false, "");

    static Told notYet(String words) {
        return new Told(false, false, words);
    }
}
