package vn.lienthong.hub.intake.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.intake.submissions.Times;
import vn.lienthong.hub.platform.routes.QueueDepths;
import vn.lienthong.hub.platform.routes.Queues;

/** Counts what every sender gave and what became of it, in one statement, so that the numbers are of one moment. */
@Repository
class Accounts {

    private final JdbcClient db;
    private final Senders senders;
    private final QueueDepths depths;

    Accounts(JdbcClient db, Senders senders, QueueDepths depths) {
        this.db = db;
        this.senders = senders;
        this.depths = depths;
    }

    /** Of every sender, those whose configuration is gone included, in the order of their ids. */
    List<Account> all() {
        return withQueues("""
                with given as (select sender, sum(records) as accepted from hub.submissions group by sender),
                ended as (
                  select sender,
                         count(*) filter (where state = 'REGISTERED') as registered,
                         count(*) filter (where state = 'REFUSED') as refused,
                         count(*) filter (where state = 'PARKED') as parked,
                         count(*) filter (where state = 'IN_FLIGHT') as in_flight
                    from hub.records group by sender),
                oldest as (
                  select sender, min(accepted_at) as oldest from hub.records where state = 'IN_FLIGHT' group by sender)
                select sender, coalesce(accepted, 0) as accepted, coalesce(registered, 0) as registered,
                       coalesce(refused, 0) as refused, coalesce(parked, 0) as parked,
                       coalesce(in_flight, 0) as in_flight, oldest
                  from given full join ended using (sender) left join oldest using (sender)
                """);
    }

    /** Only what is unfinished, cheap enough to be counted every few seconds. */
    List<Account> inFlight() {
        return withQueues("""
                select sender, 0 as accepted, 0 as registered, 0 as refused, 0 as parked, count(*) as in_flight,
                       min(accepted_at) as oldest
                  from hub.records where state = 'IN_FLIGHT' group by sender
                """);
    }

    private List<Account> withQueues(String query) {
        Map<String, Account> bySender = new TreeMap<>();
        senders.all().forEach(sender -> bySender.put(sender.id(), Account.nothing(sender.id())));
        for (Account counted : db.sql(query).query((row, i) -> account(row)).list()) {
            bySender.put(counted.sender(), counted);
        }
        return bySender.values().stream()
                .map(account -> account.withQueued(depths.of(Queues.door(account.sender()))))
                .toList();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("sender"),
                row.getLong("accepted"),
                row.getLong("registered"),
                row.getLong("refused"),
                row.getLong("parked"),
                row.getLong("in_flight"),
                Times.readOrNull(row, "oldest"));
    }
}
