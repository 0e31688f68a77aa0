package vn.lienthong.hub.intake.submissions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.intake.submissions.Messages.RecordKey;
import vn.lienthong.trust.Seal;

/** Submissions with their exact bytes, and the receipts that make each of them count once. */
@Repository
class SubmissionTable {

    /** What a receipt stands for: which bytes, accepted when. */
    record Issued(String bodyHash, Instant acceptedAt) {}

    /** All but the bytes, which may be large. */
    static final String COLUMNS = """
            s.receipt, s.accepted_at, s.sender, s.stamp, s.body_hash, s.content_type, s.content_ref, s.size,
            s.correlation_id, s.snapshot_at, s.file_name, s.procedures, s.state, s.records, s.resume_at, s.config_version""";

    private static final String RECEIPT = """
            insert into hub.receipts (receipt, sender, body_hash, accepted_at)
            values (:receipt, :sender, :bodyHash, :acceptedAt)
            """;
    private static final String SUBMISSION = """
            insert into hub.submissions (receipt, accepted_at, sender, stamp, body_hash, content_type, body, content_ref,
                                         size, correlation_id, snapshot_at, file_name, procedures, state, records, resume_at,
                                         config_version, conflicts_with)
            values (:receipt, :acceptedAt, :sender, :stamp, :bodyHash, :contentType, :body, :contentRef,
                    :size, :correlationId, :snapshotAt, :fileName, :procedures, :state, :records, :resumeAt,
                    :configVersion, :conflictsWith)
            """;
    private static final String KEEP = "with receipt as (" + RECEIPT + ") " + SUBMISSION;
    private static final String KEEP_WITH_RECORD =
            "with receipt as (" + RECEIPT + "), submission as (" + SUBMISSION + ") " + RecordTable.INSERT_ENDED;

    private final JdbcClient db;
    private final Seal seal;
    private final RecordTable records;

    SubmissionTable(JdbcClient db, Seal seal, RecordTable records) {
        this.db = db;
        this.seal = seal;
        this.records = records;
    }

    Optional<Issued> issued(UUID receipt) {
        return db.sql("select body_hash, accepted_at from hub.receipts where receipt = :receipt")
                .param("receipt", receipt)
                .query((row, i) -> new Issued(row.getString("body_hash"), Times.read(row, "accepted_at")))
                .optional();
    }

    /** Keeps a submission of one record that has ended; fails on a receipt that was kept before. */
    void keep(Submission submission, Progress.State state, Ending ending, long configVersion) {
        Progress progress = new Progress(state, state == Progress.State.SPLIT ? 1 : 0);
        StatementSpec insert = bind(db.sql(KEEP_WITH_RECORD), submission, progress, 1, null);
        records.bindEnded(insert, new RecordKey(submission.receipt(), 1, submission.acceptedAt()), ending)
                .param("configVersion", configVersion)
                .update();
    }

    /** Keeps a submission whose records follow; fails on a receipt that was kept before. */
    void keep(Submission submission, Progress progress, int records, long configVersion) {
        bind(db.sql(KEEP), submission, progress, records, null)
                .param("configVersion", configVersion)
                .update();
    }

    /** Keeps other bytes that came under a receipt already taken, once. */
    boolean keepConflict(Submission submission, Ending ending, long configVersion) {
        if (issued(submission.conflictReceipt()).isPresent()) {
            return false;
        }
        Submission own = submission.under(submission.conflictReceipt());
        StatementSpec insert =
                bind(db.sql(KEEP_WITH_RECORD), own, new Progress(Progress.State.CONFLICT, 0), 1, submission.receipt());
        records.bindEnded(insert, new RecordKey(own.receipt(), 1, own.acceptedAt()), ending)
                .param("configVersion", configVersion)
                .update();
        return true;
    }

    void advance(Submission submission, Progress progress, int records) {
        db.sql("""
                update hub.submissions set state = :state, records = :records, resume_at = :resumeAt
                 where receipt = :receipt and accepted_at = :acceptedAt
                """)
                .param("receipt", submission.receipt())
                .param("acceptedAt", Times.write(submission.acceptedAt()))
                .param("state", progress.state().name())
                .param("records", records)
                .param("resumeAt", progress.resumeAt())
                .update();
    }

    /** A kept submission with its bytes and how far it was read. */
    Kept find(UUID receipt, Instant acceptedAt) {
        return db.sql("""
                select %s, s.body from hub.submissions s
                 where s.receipt = :receipt and s.accepted_at = :acceptedAt
                """.formatted(COLUMNS))
                .param("receipt", receipt)
                .param("acceptedAt", Times.write(acceptedAt))
                .query((row, i) -> Kept.read(row, seal))
                .single();
    }

    private StatementSpec bind(
            StatementSpec insert, Submission submission, Progress progress, int records, @Nullable UUID conflictsWith) {
        byte @Nullable [] body = submission.body();
        return insert.param("receipt", submission.receipt())
                .param("acceptedAt", Times.write(submission.acceptedAt()))
                .param("sender", submission.sender())
                .param("stamp", submission.stamp().toString())
                .param("bodyHash", submission.bodyHash())
                .param("contentType", submission.contentType())
                .param("body", body == null ? null : seal.seal(body))
                .param("contentRef", submission.contentRef())
                .param("size", submission.size())
                .param("correlationId", submission.correlationId())
                .param("snapshotAt", Times.writeOrNull(submission.snapshotAt()))
                .param("fileName", submission.fileName())
                .param("procedures", submission.procedures())
                .param("state", progress.state().name())
                .param("records", records)
                .param("resumeAt", progress.resumeAt())
                .param("conflictsWith", conflictsWith);
    }
}
