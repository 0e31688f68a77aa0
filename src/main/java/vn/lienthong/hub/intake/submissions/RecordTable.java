package vn.lienthong.hub.intake.submissions;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.intake.submissions.Messages.RecordKey;
import vn.lienthong.trust.Seal;

/** The records of submissions: the unit of account, each with how it ended. */
@Repository
class RecordTable {

    static final String INSERT_ENDED = """
            insert into hub.records (receipt, no, accepted_at, sender, state, dossier_id, code, changed, reasons, cause,
                                     cause_fingerprint, trace, owner, config_version, updated_at)
            values (:receipt, :no, :acceptedAt, :sender, :recordState, :dossierId, :code, :changed,
                    cast(:reasons as jsonb), :cause, :fingerprint, :trace, :owner, :configVersion, :now)
            """;

    private static final String RECORD = """
            select %s, case when r.payload is null then s.body end as body,
                   r.no, r.state as record_state, r.changed, r.payload, r.config_version as record_config_version
              from hub.records r join hub.submissions s using (receipt, accepted_at)
             where r.receipt = :receipt and r.no = :no and r.accepted_at = :acceptedAt
            """.formatted(SubmissionTable.COLUMNS);

    private final JdbcClient db;
    private final JsonMapper json;
    private final Seal seal;
    private final Clock clock;

    RecordTable(JdbcClient db, JsonMapper json, Seal seal, Clock clock) {
        this.db = db;
        this.json = json;
        this.seal = seal;
        this.clock = clock;
    }

    /** Keeps records that are still to be registered, numbered from {@code first}. */
    void add(Submission submission, int first, List<byte[]> payloads, long configVersion) {
        if (payloads.isEmpty()) {
            return;
        }
        byte[][] sealed = payloads.stream().map(seal::seal).toArray(byte[][]::new);
        int[] numbers = IntStream.range(first, first + sealed.length).toArray();
        db.sql("""
                insert into hub.records as r (receipt, no, accepted_at, sender, state, payload, config_version, updated_at)
                select :receipt, t.no, :acceptedAt, :sender, 'IN_FLIGHT', t.payload, :configVersion, :now
                  from unnest(:numbers, :payloads) t (no, payload)
                on conflict (receipt, no, accepted_at) do update
                   set payload = excluded.payload, config_version = excluded.config_version
                 where r.state = 'IN_FLIGHT'
                """)
                .param("receipt", submission.receipt())
                .param("acceptedAt", Times.write(submission.acceptedAt()))
                .param("sender", submission.sender())
                .param("configVersion", configVersion)
                .param("now", Times.write(clock.instant()))
                .param("numbers", numbers)
                .param("payloads", sealed)
                .update();
    }

    /** Keeps a record that stands for all that could not be read; one being replayed ends again. */
    void addEnded(Submission submission, int no, Ending ending, long configVersion) {
        bindEnded(
                        db.sql(INSERT_ENDED.replace("hub.records", "hub.records as r") + """
                                on conflict (receipt, no, accepted_at) do update
                                   set state = excluded.state, reasons = excluded.reasons, cause = excluded.cause,
                                       cause_fingerprint = excluded.cause_fingerprint, trace = excluded.trace,
                                       owner = excluded.owner, config_version = excluded.config_version,
                                       updated_at = excluded.updated_at
                                 where r.state = 'IN_FLIGHT'
                                """),
                        new RecordKey(submission.receipt(), no, submission.acceptedAt()),
                        ending)
                .param("sender", submission.sender())
                .param("configVersion", configVersion)
                .update();
    }

    /** A record with its submission, locked until the transaction ends. */
    Optional<TakenRecord> take(RecordKey key) {
        return one(RECORD + "for update of r", key);
    }

    /** The same for looking only. */
    Optional<TakenRecord> find(RecordKey key) {
        return one(RECORD, key);
    }

    private Optional<TakenRecord> one(String query, RecordKey key) {
        return db.sql(query)
                .param("receipt", key.receipt())
                .param("no", key.no())
                .param("acceptedAt", Times.write(key.acceptedAt()))
                .query((row, i) -> TakenRecord.read(row, seal))
                .optional();
    }

    /** How the record ended; a registered one no longer needs its own copy of what was sent. */
    void end(RecordKey key, Ending ending, long configVersion) {
        bindEnded(db.sql("""
                        update hub.records
                           set state = :recordState, dossier_id = :dossierId, code = :code, changed = :changed,
                               reasons = cast(:reasons as jsonb), cause = :cause, cause_fingerprint = :fingerprint,
                               trace = :trace, owner = :owner, config_version = :configVersion, updated_at = :now,
                               payload = case when :recordState = 'REGISTERED' then null else payload end
                         where receipt = :receipt and no = :no and accepted_at = :acceptedAt and state = 'IN_FLIGHT'
                        """), key, ending)
                .param("receipt", key.receipt())
                .param("acceptedAt", Times.write(key.acceptedAt()))
                .param("configVersion", configVersion)
                .update();
    }

    /** Numbers of the records of a submission that have not ended, in order, at most {@code limit} above {@code after}. */
    List<Integer> inFlight(Submission submission, int after, int limit) {
        return db.sql("""
                select no from hub.records
                 where receipt = :receipt and accepted_at = :acceptedAt and no > :after and state = 'IN_FLIGHT'
                 order by no limit :limit
                """)
                .param("receipt", submission.receipt())
                .param("acceptedAt", Times.write(submission.acceptedAt()))
                .param("after", after)
                .param("limit", limit)
                .query(Integer.class)
                .list();
    }

    boolean anyChanged(Submission submission) {
        return db.sql("""
                select exists (select from hub.records
                                where receipt = :receipt and accepted_at = :acceptedAt and changed)
                """)
                .param("receipt", submission.receipt())
                .param("acceptedAt", Times.write(submission.acceptedAt()))
                .query(Boolean.class)
                .single();
    }

    /** Binds everything about the ending; receipt, acceptedAt, sender and configVersion are bound by the caller. */
    StatementSpec bindEnded(StatementSpec statement, RecordKey key, Ending ending) {
        Fault fault = ending.fault();
        return statement
                .param("no", key.no())
                .param("recordState", ending.state().name())
                .param("dossierId", ending.dossierId())
                .param("code", ending.code())
                .param("changed", ending.changed())
                .param("reasons", ending.reasons().isEmpty() ? null : json.writeValueAsString(ending.reasons()))
                .param("cause", ending.cause())
                .param("fingerprint", fault == null ? null : fault.fingerprint())
                .param("trace", fault == null ? null : fault.trace())
                .param("owner", ending.owner())
                .param("now", Times.write(clock.instant()));
    }
}
