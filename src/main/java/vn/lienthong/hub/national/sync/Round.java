package vn.lienthong.hub.national.sync;

import java.util.List;
import vn.lienthong.hub.dossier.Settlement;
import vn.lienthong.hub.national.sync.Journal.Sent;

/** One round of a flight: what became of dossiers so far, and the calls that come next. */
record Round(String lease, String token, List<Settlement> settlements, List<Sent> calls, int dossiers) {

    boolean last() {
        return calls.isEmpty();
    }
}
