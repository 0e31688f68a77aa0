package vn.lienthong.hub.console.issues;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.console.issues.Members.Group;
import vn.lienthong.hub.platform.time.VietnamTime;

/** What was proposed that unmapped codes mean, as far as records still wait for it. */
@Repository
class Mendings {

    private final JdbcClient db;

    Mendings(JdbcClient db) {
        this.db = db;
    }

    /** Of whose records, and why they wait. */
    record Cause(String sender, String text) {}

    /** The newest proposals as they are now; one that was not approved mends nothing. */
    record Newest(Map<Cause, Mending> byCause) {

        /** Null where none is open and none was applied since the newest record came to wait. */
        @Nullable
        Mending of(Group group) {
            if (group.kind() != Kind.PARKED) {
                return null;
            }
            Mending newest = byCause.get(new Cause(group.neighbour(), group.cause()));
            return newest != null
                            && newest.stage() == Mending.Stage.APPROVED
                            && group.lastAt().isAfter(newest.at())
                    ? null
                    : newest;
        }
    }

    Newest newest() {
        Map<Cause, Mending> found = new HashMap<>();
        db.sql("""
                        select distinct on (sender, cause) sender, cause, id, state,
                               coalesce(decided_by, proposed_by) as by, coalesce(decided_at, proposed_at) as at
                          from hub.meaning_proposals order by sender, cause, id desc
                        """).query(row -> {
            Cause cause = new Cause(row.getString("sender"), row.getString("cause"));
            if (!"REFUSED".equals(row.getString("state"))) {
                found.put(
                        cause,
                        new Mending(
                                row.getLong("id"),
                                Mending.Stage.valueOf(row.getString("state")),
                                row.getString("by"),
                                row.getObject("at", OffsetDateTime.class).withOffsetSameInstant(VietnamTime.OFFSET)));
            }
        });
        return new Newest(found);
    }
}
