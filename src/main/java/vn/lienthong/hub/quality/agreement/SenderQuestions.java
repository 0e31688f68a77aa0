package vn.lienthong.hub.quality.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.dossier.Repair;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Questions to senders; a sender reads its own and answers, by words or by sending the dossier again. */
@Repository
public class SenderQuestions implements Repair {

    private final JdbcClient db;
    private final Clock clock;

    SenderQuestions(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A question as the sender reads it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Question(
            UUID id,
            String sender,
            String code,
            String about,
            String words,
            OffsetDateTime askedAt,
            @Nullable String answer,
            @Nullable OffsetDateTime answeredAt) {}

    @Override
    public Kind kind() {
        return Kind.ASK_SENDER;
    }

    /** The same question is open once. */
    @Override
    public Done mend(Order order) {
        if (order.sender() == null) {
            return new Done(false, "no sender is known to ask");
        }
        db.sql("""
                insert into hub.sender_questions (id, sender, code, about, words, asked_by, asked_at)
                values (:id, :sender, :code, :about, :words, :by, :now)
                on conflict (sender, code, about) where answer is null do nothing""")
                .param("id", UUID.randomUUID())
                .param("sender", order.sender())
                .param("code", order.code())
                .param("about", order.about())
                .param("words", order.reason())
                .param("by", order.actor().name())
                .param("now", OffsetDateTime.now(clock))
                .update();
        return new Done(true, order.sender() + " is asked");
    }

    /** Oldest first; of one sender, or of all. */
    public List<Question> page(@Nullable String sender, boolean open, int limit) {
        return db.sql("""
                select * from hub.sender_questions
                where (cast(:sender as text) is null or sender = :sender) and (answer is null) = :open
                order by asked_at, id limit :limit""")
                .param("sender", sender)
                .param("open", open)
                .param("limit", limit)
                .query(SenderQuestions::question)
                .list();
    }

    /** False when the sender was asked no such thing, or has answered. */
    public boolean answer(UUID id, @Nullable String sender, String answer, String by) {
        return db.sql("""
                        update hub.sender_questions set answer = :answer, answered_by = :by, answered_at = :now
                        where id = :id and answer is null and (cast(:sender as text) is null or sender = :sender)""")
                        .param("id", id)
                        .param("sender", sender)
                        .param("answer", answer)
                        .param("by", by)
                        .param("now", OffsetDateTime.now(clock))
                        .update()
                > 0;
    }

    /** What came of the newest question about this. */
    Optional<Question> newest(String code, String about) {
        return db.sql("""
                select * from hub.sender_questions where code = :code and about = :about
                order by asked_at desc limit 1""")
                .param("code", code)
                .param("about", about)
                .query(SenderQuestions::question)
                .optional();
    }

    private static Question question(ResultSet row, int number) throws SQLException {
        return new Question(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("sender"),
                row.getString("code"),
                row.getString("about"),
                row.getString("words"),
                row.getObject("asked_at", OffsetDateTime.class).withOffsetSameInstant(VietnamTime.OFFSET),
                row.getString("answer"),
                Lists.at(row, "answered_at"));
    }
}
