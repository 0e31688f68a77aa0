package vn.lienthong.hub.intake.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.dossier.Observation;
import vn.lienthong.trust.Seal;

/** What was pushed into the sandbox: sealed, and forgotten after a month. */
@Repository
class SandboxTable {

    private static final long DAILY = 24 * 60 * 60 * 1000L;
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient db;
    private final Seal seal;
    private final JsonMapper json;
    private final Clock clock;

    SandboxTable(JdbcClient db, Seal seal, JsonMapper json, Clock clock) {
        this.db = db;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    /** Of this sender; of any when none is given. */
    Optional<Outcome> outcome(@Nullable String sender, String receipt) {
        return db.sql("""
                        select outcome from hub.sandbox_pushes
                         where receipt = :receipt and sender = coalesce(cast(:sender as text), sender)
                        """)
                .param("sender", sender)
                .param("receipt", receipt)
                .query((row, number) -> json.readValue(seal.open(row.getBytes(1)), Outcome.class))
                .optional();
    }

    /** Until the transaction ends nobody else plays the push of this receipt. */
    void lock(String receipt) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('sandbox/' || :receipt, 0))")
                .param("receipt", receipt)
                .query((row, number) -> number)
                .single();
    }

    /** What this sender said of a dossier, in the order of its pushes. */
    List<Observation> told(String sender, String code) {
        return db.sql("""
                        select observation from hub.sandbox_records
                         where sender = :sender and code_hash = :code order by id
                        """)
                .param("sender", sender)
                .param("code", seal.hash(code))
                .query((row, number) -> json.readValue(seal.open(row.getBytes(1)), Observation.class))
                .list();
    }

    void keep(Observation seen) {
        db.sql("""
                        insert into hub.sandbox_records (sender, code_hash, observation, at)
                        values (:sender, :code, :observation, :at)
                        """)
                .param("sender", seen.sender())
                .param("code", seal.hash(seen.code()))
                .param("observation", seal.seal(json.writeValueAsBytes(seen)))
                .param("at", now())
                .update();
    }

    void keep(String sender, Outcome outcome) {
        db.sql("""
                        insert into hub.sandbox_pushes (sender, receipt, outcome, at)
                        values (:sender, :receipt, :outcome, :at)
                        """)
                .param("sender", sender)
                .param("receipt", outcome.receipt())
                .param("outcome", seal.seal(json.writeValueAsBytes(outcome)))
                .param("at", now())
                .update();
    }

    /** How many pushes are forgotten. */
    int empty(String sender) {
        db.sql("delete from hub.sandbox_records where sender = :sender")
                .param("sender", sender)
                .update();
        return db.sql("delete from hub.sandbox_pushes where sender = :sender")
                .param("sender", sender)
                .update();
    }

    @Scheduled(initialDelay = DAILY / 24, fixedDelay = DAILY)
    void forgetOld() {
        OffsetDateTime before = now().minus(KEPT);
        db.sql("delete from hub.sandbox_records where at < :before")
                .param("before", before)
                .update();
        db.sql("delete from hub.sandbox_pushes where at < :before")
                .param("before", before)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
