package vn.lienthong.hub.national.portal;

/**
 * The verdict on one record.
 *
 * @param confirmed whether the reply spoke of this very record, and not of a batch as a whole
 * @param words what the portal said, or why it said nothing
 */
public record Judgement(Verdict verdict, boolean confirmed, String words) {

    public boolean acked() {
        return verdict == Verdict.ACKED;
    }
}
