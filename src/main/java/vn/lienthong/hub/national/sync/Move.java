package vn.lienthong.hub.national.sync;

import java.util.List;
import vn.lienthong.hub.dossier.Settlement;
import vn.lienthong.hub.national.payload.Telling;

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

    /** Have the portal give the dossier its number ({@code GetNextValue}) for this unit. */
    record Number(String unit) implements Move {}

    /** Bring a file there, before what names it. */
    record Upload(Telling.FileToSend file) implements Move {}

    /** Tell the statuses beside the steps that are there already. */
    record Status(List<Integer> seqs, List<byte[]> records) implements Move {}

    /** Nothing more to do in this flight. */
    record End(Settlement settlement) implements Move {}
}
