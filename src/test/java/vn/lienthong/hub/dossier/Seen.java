package vn.lienthong.hub.dossier;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.sender.Contract;
import vn.lienthong.hub.dossier.DossierFacts.Alias;
import vn.lienthong.hub.dossier.DossierFacts.Party;
import vn.lienthong.hub.platform.time.Stamp;

/** An observation in the making; what a test does not say is ordinary. */
record Seen(
        String sender,
        Contract contract,
        String code,
        @Nullable DossierFacts facts,
        @Nullable StatusClaim status,
        Instant door,
        @Nullable Instant snapshotAt) {

    private static final int TICKS_BELOW_MILLIS = 16;

    static Seen event(String code) {
        return new Seen("land", Contract.EVENTS, code, null, null, RegisterDesk.at("2026-08-24T10:00:00"), null);
    }

    static Seen snapshot(String code) {
        return new Seen(
                "home-affairs", Contract.SNAPSHOTS, code, null, null, RegisterDesk.at("2026-08-24T10:00:00"), null);
    }

    Seen from(String other) {
        return new Seen(other, contract, code, facts, status, door, snapshotAt);
    }

    Seen with(DossierFacts news) {
        return new Seen(sender, contract, code, news, status, door, snapshotAt);
    }

    Seen through(String local) {
        return new Seen(sender, contract, code, facts, status, RegisterDesk.at(local), snapshotAt);
    }

    Seen of(String snapshotLocal) {
        return new Seen(sender, contract, code, facts, status, door, RegisterDesk.at(snapshotLocal));
    }

    Seen in(DossierStatus reached) {
        return claiming(reached, null, TimeSource.DOOR);
    }

    Seen in(DossierStatus reached, String local) {
        return claiming(reached, RegisterDesk.at(local), TimeSource.SOURCE);
    }

    private Seen claiming(DossierStatus reached, @Nullable Instant at, TimeSource source) {
        StatusClaim claim = new StatusClaim(reached, at, source, "Cán bộ Thử", null, null, null);
        return new Seen(sender, contract, code, facts, claim, door, snapshotAt);
    }

    Observation observation() {
        return new Observation(
                sender,
                contract,
                UUID.randomUUID(),
                1,
                code,
                facts,
                status,
                new Stamp(door.toEpochMilli() << TICKS_BELOW_MILLIS, "n1"),
                door,
                snapshotAt,
                1,
                "c-1",
                List.of());
    }

    /** Facts of an ordinary dossier, received and with a due date. */
    static DossierFacts ordinary() {
        return factsOf("1.004889", "000.00.14.H52", "2026-08-24T09:15:00", "2026-09-10T09:15:00");
    }

    static DossierFacts factsOf(
            @Nullable String procedure, @Nullable String agency, @Nullable String received, @Nullable String due) {
        return new DossierFacts(
                null,
                List.of(),
                procedure,
                agency,
                DossierFacts.Channel.ONLINE,
                "Đề nghị công nhận văn bằng",
                applicant("TRẦN VĂN THỬ", "038090000001", "0900000001"),
                null,
                null,
                received == null ? null : RegisterDesk.at(received),
                due == null ? null : RegisterDesk.at(due),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    /** Facts that only tell of a fee. */
    static DossierFacts paying(boolean paid) {
        return new DossierFacts(
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(new DossierFacts.Fee("Lệ phí", null, 50_000L, paid)),
                List.of(),
                null,
                null,
                null);
    }

    static Party applicant(String name, @Nullable String id, @Nullable String phone) {
        return new Party(name, DossierFacts.SubjectType.CITIZEN, id, null, null, phone, null, null, null);
    }

    static DossierFacts only(@Nullable Party applicant, List<Alias> aliases, @Nullable String note) {
        return new DossierFacts(
                null, aliases, null, null, null, null, applicant, null, null, null, null, null, null, null, null, null,
                List.of(), List.of(), List.of(), note, null, null);
    }
}
