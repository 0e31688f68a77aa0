package vn.lienthong.hub.intake.collect;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.platform.NodeName;

/**
 * Whose turn it is to fetch from each sender, and how far each came. A lease expires, so that another node goes on where
 * one that died had confirmed everything; what a node without the lease writes changes nothing.
 */
@Repository
public class Rounds {

    private static final int LONGEST_TROUBLE = 500;

    private final JdbcClient db;
    private final Clock clock;
    private final NodeName node;
    private final Duration life;

    Rounds(JdbcClient db, Clock clock, NodeName node, @Value("${lienthong.intake.collect.lease:2m}") Duration life) {
        this.db = db;
        this.clock = clock;
        this.node = node;
        this.life = life;
    }

    /** How it stands with one sender, for people. */
    record Line(
            String sender,
            String by,
            @Nullable String cursor,
            OffsetDateTime nextLookAt,
            @Nullable String node,
            @Nullable OffsetDateTime lookedAt,
            @Nullable OffsetDateTime wellAt,
            int failures,
            @Nullable String trouble) {}

    /** The round, when a look is due and no other node is at it; another kind of source begins anew. */
    Optional<Round> claim(String sender, String by) {
        db.sql("insert into hub.collect_rounds (sender, by) select :sender, :by"
                        + " where not exists (select from hub.collect_rounds where sender = :sender)"
                        + " on conflict do nothing")
                .param("sender", sender)
                .param("by", by)
                .update();
        String lease = UUID.randomUUID().toString();
        return db.sql("""
                        update hub.collect_rounds
                           set lease_id = :lease, lease_until = :until, node = :node, by = :by,
                               cursor = case when by = :by then cursor end
                         where sender = :sender and next_look_at <= :now and (lease_until is null or lease_until < :now)
                        returning cursor
                        """)
                .param("sender", sender)
                .param("by", by)
                .param("lease", lease)
                .param("until", now().plus(life))
                .param("node", node.value())
                .param("now", now())
                .query((row, number) -> new Round(sender, lease, row.getString(1)))
                .optional();
    }

    /** Goes on holding the lease; fails when another node took over. */
    public void hold(Round round) throws CollectFailure {
        int held = db.sql("update hub.collect_rounds set lease_until = :until where lease_id = :lease")
                .param("until", now().plus(life))
                .param("lease", round.lease())
                .update();
        heldBy(round, held);
    }

    /** Everything before this place is on the broker. */
    public void advance(Round round, String cursor) throws CollectFailure {
        int held = db.sql(
                        "update hub.collect_rounds set cursor = :cursor, lease_until = :until where lease_id = :lease")
                .param("cursor", cursor)
                .param("until", now().plus(life))
                .param("lease", round.lease())
                .update();
        heldBy(round, held);
    }

    private static void heldBy(Round round, int rows) throws CollectFailure {
        if (rows != 1) {
            throw new CollectFailure("another node fetches from " + round.sender() + " now");
        }
    }

    void ended(Round round, Duration pause) {
        db.sql("""
                        update hub.collect_rounds
                           set lease_id = null, lease_until = null, next_look_at = :next, looked_at = :now, well_at = :now,
                               failures = 0, trouble = null
                         where lease_id = :lease
                        """)
                .param("next", now().plus(pause))
                .param("now", now())
                .param("lease", round.lease())
                .update();
    }

    void failed(Round round, Duration pause, String trouble) {
        db.sql("""
                        update hub.collect_rounds
                           set lease_id = null, lease_until = null, next_look_at = :next, looked_at = :now,
                               failures = failures + 1, trouble = :trouble
                         where lease_id = :lease
                        """)
                .param("next", now().plus(pause))
                .param("now", now())
                .param("trouble", trouble.substring(0, Math.min(trouble.length(), LONGEST_TROUBLE)))
                .param("lease", round.lease())
                .update();
    }

    /** Lets the next look be now. */
    boolean soon(String sender) {
        return db.sql("update hub.collect_rounds set next_look_at = :now where sender = :sender")
                        .param("now", now())
                        .param("sender", sender)
                        .update()
                == 1;
    }

    List<Line> lines() {
        return db.sql("""
                        select sender, by, cursor, next_look_at, case when lease_until > :now then node end as node,
                               looked_at, well_at, failures, trouble
                          from hub.collect_rounds order by sender
                        """)
                .param("now", now())
                .query((row, number) -> new Line(
                        row.getString("sender"),
                        row.getString("by"),
                        row.getString("cursor"),
                        row.getObject("next_look_at", OffsetDateTime.class),
                        row.getString("node"),
                        row.getObject("looked_at", OffsetDateTime.class),
                        row.getObject("well_at", OffsetDateTime.class),
                        row.getInt("failures"),
                        row.getString("trouble")))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
