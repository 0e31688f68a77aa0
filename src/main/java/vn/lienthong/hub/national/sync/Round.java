package vn.lienthong.hub.national.sync;

import java.util.List;
import java.util.stream.Stream;
import vn.lienthong.hub.dossier.Settlement;
import vn.lienthong.hub.national.sync.Journal.Sent;

/** One round of a flight: what became of dossiers so far, and the calls that come next. */
record Round(String lease, List<Settlement> settlements, List<Saga> sagas, List<Sent> calls, int dossiers) {

    Round keeping(List<Saga> more) {
        return new Round(
                lease, settlements, Stream.concat(sagas.stream(), more.stream()).toList(), calls, dossiers);
    }

    boolean last() {
        return calls.isEmpty();
    }
}
