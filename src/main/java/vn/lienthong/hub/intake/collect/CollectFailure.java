package vn.lienthong.hub.intake.collect;

/** Why a look at a source came to nothing; nothing is lost, since the next look begins where the last good one ended. */
public final class CollectFailure extends Exception {

    private static final long serialVersionUID = 1;

    public CollectFailure(String words) {
        super(words, null, false, false);
    }

    String words() {
        return String.valueOf(getMessage());
    }
}
