package vn.lienthong.hub.national.sync;

import java.util.List;
import vn.lienthong.hub.dossier.Settlement;

/** What has to happen next for one dossier. */
sealed interface Move {

    /** Ask what the portal has ({@code TraCuuHoSo}). */
    record Ask() implements Move {}

    /** Tell the portal of a dossier it does not know. */
    record Create(byte[] record, String hash) implements Move {}

    /** Tell it that the details changed. */
    record Update(byte[] record, String hash) implements Move {}

    /** Tell it the next steps, in seq order. */
    record Progress(List<Integer> seqs, List<byte[]> records) implements Move {}

    /** Nothing more to do in this flight. */
    record End(Settlement settlement) implements Move {}
}
