package vn.lienthong.hub.console.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lienthong.hub.access.RefusedProofs;
import vn.lienthong.hub.console.handover.HandOver.Counts;
import vn.lienthong.hub.console.handover.HandOver.Note;
import vn.lienthong.hub.console.handover.HandOver.Outage;
import vn.lienthong.hub.console.handover.HandOver.Refused;
import vn.lienthong.hub.dossier.Neighbour;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Audit;
import vn.lienthong.hub.platform.time.VietnamTime;

/** A shift, told from what is kept anyway, and the notes that people add. */
@Repository
class Shift {

    private static final int MOST = 500;

    private final JdbcClient db;
    private final Deeds deeds;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final RefusedProofs refusals;
    private final Neighbour portal;
    private final Clock clock;

    Shift(
            JdbcClient db,
            Deeds deeds,
            TransactionTemplate transaction,
            Audit audit,
            RefusedProofs refusals,
            Neighbour nationalPortal,
            Clock clock) {
        this.portal = nationalPortal;
        this.refusals = refusals;
        this.db = db;
        this.deeds = deeds;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    HandOver since(Instant moment) {
        OffsetDateTime since = moment.atOffset(ZoneOffset.UTC);
        return new HandOver(
                moment.atOffset(VietnamTime.OFFSET),
                clock.instant().atOffset(VietnamTime.OFFSET),
                counts(since),
                outages(since),
                deeds.since(since, MOST),
                reveals(since),
                refused(moment),
                notes(since));
    }

    void note(String text, Actor actor) {
        transaction.executeWithoutResult(status -> {
            long id = db.sql("""
                            insert into hub.hand_over_notes (at, actor, note) values (:at, :actor, :note) returning id
                            """)
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("actor", actor.name())
                    .param("note", text)
                    .query(Long.class)
                    .single();
            audit.record(actor, "hand-over.note", Long.toString(id), Map.of());
        });
    }

    private List<Counts> counts(OffsetDateTime since) {
        return db.sql("""
                        select sender, count(*) as accepted,
                               count(*) filter (where state = 'REGISTERED') as registered,
                               count(*) filter (where state = 'REFUSED') as refused,
                               count(*) filter (where state = 'PARKED') as parked,
                               count(*) filter (where state = 'IN_FLIGHT') as in_flight
                          from hub.records where accepted_at >= :since group by sender order by sender
                        """)
                .param("since", since)
                .query((row, number) -> new Counts(
                        row.getString("sender"),
                        row.getLong("accepted"),
                        row.getLong("registered"),
                        row.getLong("refused"),
                        row.getLong("parked"),
                        row.getLong("in_flight")))
                .list();
    }

    /** Minutes with calls are numbered in a row; those of the same kind that follow each other are one island. */
    private List<Outage> outages(OffsetDateTime since) {
        return db.sql("""
                        with minutes as (
                          select neighbour, date_trunc('minute', started_at) as minute, count(*) as calls,
                                 bool_or(verdict not in ('UNKNOWN', 'NOT_SENT')) as answered
                            from hub.calls
                           where started_at >= :since and environment = :environment and verdict is not null
                           group by 1, 2
                        ), islands as (
                          select *, row_number() over (partition by neighbour order by minute)
                                  - row_number() over (partition by neighbour, answered order by minute) as island
                            from minutes
                        )
                        select neighbour, min(minute) as since, max(minute) + interval '1 minute' as until,
                               sum(calls) as calls
                          from islands where not answered group by neighbour, island order by 2
                        """)
                .param("since", since)
                .param("environment", portal.environment())
                .query((row, number) -> new Outage(
                        row.getString("neighbour"), local(row, "since"), local(row, "until"), row.getLong("calls")))
                .list();
    }

    private long reveals(OffsetDateTime since) {
        return db.sql("""
                        select count(*) from hub.audit
                         where at >= :since and action in ('dossier.reveal', 'failure.reveal')
                        """).param("since", since).query(Long.class).single();
    }

    private Refused refused(Instant moment) {
        List<RefusedProofs.Minute> minutes = refusals.since(moment);
        Instant began = refusals.began();
        return new Refused(
                times(minutes, RefusedProofs.Proof.KEY),
                times(minutes, RefusedProofs.Proof.TOKEN),
                minutes.isEmpty() ? null : minutes.getLast().at().atOffset(VietnamTime.OFFSET),
                (began.isAfter(moment) ? began : moment).atOffset(VietnamTime.OFFSET));
    }

    private static long times(List<RefusedProofs.Minute> minutes, RefusedProofs.Proof proof) {
        return minutes.stream()
                .filter(minute -> minute.proof() == proof)
                .mapToLong(RefusedProofs.Minute::times)
                .sum();
    }

    private List<Note> notes(OffsetDateTime since) {
        return db.sql("select * from hub.hand_over_notes where at >= :since order by id limit :most")
                .param("since", since)
                .param("most", MOST)
                .query((row, number) ->
                        new Note(row.getLong("id"), local(row, "at"), row.getString("actor"), row.getString("note")))
                .list();
    }

    private static OffsetDateTime local(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).withOffsetSameInstant(VietnamTime.OFFSET);
    }
}
