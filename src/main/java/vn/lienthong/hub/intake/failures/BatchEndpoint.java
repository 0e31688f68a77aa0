package vn.lienthong.hub.intake.failures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.failures.ReplayBatches.Batch;
import vn.lienthong.hub.intake.submissions.Replays;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Tells what became of the records that one order replayed: counted where they are kept, whenever it is asked. */
@RestController
class BatchEndpoint {

    private static final ProblemException UNKNOWN = new ProblemException(
            HttpStatus.NOT_FOUND,
            "unknown-batch",
            "Không còn nhớ lần đọc lại này: chỉ giữ một ngày; sự cố và nhật ký vẫn cho biết");

    private static final String BATCH = """
            with batch as (
              select * from unnest(cast(:receipts as uuid[]), :numbers, cast(:times as timestamptz[]))
                as b (receipt, no, accepted_at))
            """;

    private final ReplayBatches batches;
    private final JdbcClient db;
    private final Neighbour portal;
    private final Scheduler blocking;

    BatchEndpoint(ReplayBatches batches, JdbcClient db, Neighbour nationalPortal, Scheduler blocking) {
        this.batches = batches;
        this.db = db;
        this.portal = nationalPortal;
        this.blocking = blocking;
    }

    /** Those that are in one state for one cause now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Group(RecordState state, String sender, @Nullable String cause, long count) {}

    /**
     * How far the order came.
     *
     * @param replayed how many records it put in flight; those in flight, registered, refused and parked add up to it
     * @param held how many dossiers that got in by it are kept from the portal now, or were refused there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Progress(
            OffsetDateTime at,
            String by,
            String reason,
            @Nullable String sender,
            @Nullable String cause,
            long replayed,
            long inFlight,
            long registered,
            long refused,
            long parked,
            long held,
            List<Group> failed) {}

    @GetMapping("/api/v1/failures/replays/{batch}")
    Mono<Progress> progress(@PathVariable UUID batch, @AuthenticationPrincipal Caller caller) {
        return Mono.fromCallable(() -> batches.find(batch)
                        .filter(known -> seenBy(known, caller))
                        .map(this::progress)
                        .orElseThrow(() -> UNKNOWN))
                .subscribeOn(blocking);
    }

    private static boolean seenBy(Batch batch, Caller caller) {
        return batch.sender() == null ? caller.sender() == null : caller.sees(batch.sender());
    }

    private Progress progress(Batch batch) {
        List<Group> groups = groups(batch.records());
        return new Progress(
                batch.at().atOffset(VietnamTime.OFFSET),
                batch.by(),
                batch.reason(),
                batch.sender(),
                batch.cause(),
                batch.records().size(),
                count(groups, RecordState.IN_FLIGHT),
                count(groups, RecordState.REGISTERED),
                count(groups, RecordState.REFUSED),
                count(groups, RecordState.PARKED),
                held(batch.records()),
                groups.stream()
                        .filter(group -> group.state() == RecordState.PARKED || group.state() == RecordState.REFUSED)
                        .toList());
    }

    private static long count(List<Group> groups, RecordState state) {
        return groups.stream()
                .filter(group -> group.state() == state)
                .mapToLong(Group::count)
                .sum();
    }

    private List<Group> groups(List<Replays.Key> records) {
        return of(records, """
                        select r.state, r.sender, count(*) as count,
                               case when r.state in ('PARKED', 'REFUSED') then coalesce(r.cause,
                                 concat_ws(' ', r.reasons -> 0 ->> 'rule', r.reasons -> 0 ->> 'field')) end as cause
                          from batch join hub.records r using (receipt, no, accepted_at)
                         group by 1, 2, 4 order by 3 desc
                        """)
                .query((row, number) -> new Group(
                        RecordState.valueOf(row.getString("state")),
                        row.getString("sender"),
                        row.getString("cause"),
                        row.getLong("count")))
                .list();
    }

    private long held(List<Replays.Key> records) {
        return of(records, """
                        select count(distinct s.dossier_id)
                          from batch join hub.records r using (receipt, no, accepted_at)
                          join hub.sync s on s.dossier_id = r.dossier_id and s.neighbour = :portal
                           and s.environment = :environment
                         where r.state = 'REGISTERED' and s.state = 'BLOCKED'
                        """)
                .param("portal", portal.name())
                .param("environment", portal.environment())
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec of(List<Replays.Key> records, String question) {
        return db.sql(BATCH + question)
                .param(
                        "receipts",
                        records.stream().map(key -> key.receipt().toString()).toArray(String[]::new))
                .param("numbers", records.stream().mapToInt(Replays.Key::no).toArray())
                .param(
                        "times",
                        records.stream().map(key -> key.acceptedAt().toString()).toArray(String[]::new));
    }
}
