package vn.lienthong.hub.national.portal;

import java.util.List;

/**
 * How a door of the national portal is spoken to: where a call goes, how it is wrapped, how the answer is read. What is
 * said of a dossier is the payload's.
 */
public interface Dialect extends ReplyReader {

    ReplyCodes codes();

    /** Whether it can be asked what it has. Where not, an unknown outcome is settled by telling again. */
    boolean looksUp();

    /** Whether changed details of a dossier it has can be told. */
    boolean updates();

    /** Whether it gives the dossier its number, wants files before the dossier, and statuses beside the steps. */
    boolean numbers();

    /** How many records a call may carry at most. */
    Batches batches();

    /** Where nothing can be looked up, only a call with one record has an answer that speaks of it. */
    record Batches(int dossiers, int steps) {}

    /** The name of a call in the journal. */
    String service(Request request);

    Outgoing write(Request request, String token);

    /** One judgement per record, in the order the records were sent. */
    default List<Judgement> judge(Request request, Exchange exchange) {
        return new Judge(codes()).judge(request.dossiers(), exchange);
    }
}
