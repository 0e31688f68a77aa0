package vn.lienthong.standin.store;

/** One progress step as it arrived; {@code arrival} counts all stored records of the stand-in. */
public record StoredStep(long arrival, String status, String time, long content, Place place) {

    boolean says(Arrival step) {
        return status.equals(step.status()) && time.equals(step.time()) && content == step.content();
    }

    /** The natural key within a dossier. */
    String key() {
        return moment() + "|" + content;
    }

    /** Status and time: two steps that share them but not their content contradict each other. */
    String moment() {
        return status + "|" + time;
    }
}
