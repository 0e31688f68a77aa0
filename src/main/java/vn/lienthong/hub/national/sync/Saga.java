package vn.lienthong.hub.national.sync;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.national.payload.Uploads;
import vn.lienthong.hub.national.payload.Uploads.Uploaded;

/**
 * How far a dossier got where the portal numbers it: kept with the ledger, so that the next flight goes on from there.
 *
 * @param door by which it was begun: it stays with it
 * @param code the number the portal gave, kept before anything is sent under it
 * @param id the portal's own id, once the dossier is there
 * @param stepped events told as steps, whose statuses are still to be told
 */
record Saga(
        UUID dossier,
        String door,
        @Nullable String code,
        @Nullable String id,
        Uploads uploads,
        List<Integer> stepped) {

    Saga {
        stepped = List.copyOf(stepped);
    }

    static Saga begun(UUID dossier, String door) {
        return new Saga(dossier, door, null, null, Uploads.NONE, List.of());
    }

    Saga numbered(String number) {
        return new Saga(dossier, door, number, id, uploads, stepped);
    }

    Saga there(@Nullable String idThere) {
        return new Saga(dossier, door, code, idThere == null ? id : idThere, uploads, stepped);
    }

    Saga uploaded(String sha256, Uploaded file) {
        return new Saga(dossier, door, code, id, uploads.with(sha256, file), stepped);
    }

    Saga stepped(List<Integer> seqs) {
        return new Saga(
                dossier,
                door,
                code,
                id,
                uploads,
                Stream.concat(stepped.stream(), seqs.stream()).distinct().toList());
    }

    Saga told(List<Integer> seqs) {
        return new Saga(
                dossier,
                door,
                code,
                id,
                uploads,
                stepped.stream().filter(seq -> !seqs.contains(seq)).toList());
    }

    /** The portal does not have the dossier after all: its number stays, what was told under it counts for nothing. */
    Saga forgotten() {
        return new Saga(dossier, door, code, null, uploads, List.of());
    }

    String idOrNone() {
        return Objects.requireNonNullElse(id, "");
    }
}
