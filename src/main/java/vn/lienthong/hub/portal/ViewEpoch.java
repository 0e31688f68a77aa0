package vn.lienthong.hub.portal;

import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The generation of the tracking views in Redis: views of an older epoch are never read again.
 *
 * <p>Whenever an invalidation may have been missed (Redis failed, was unreachable or came back with old data) the node
 * stops trusting Redis at once and opens a new epoch in PostgreSQL, which every other node sees within two seconds.
 */
@Component
class ViewEpoch {

    private static final Logger log = LoggerFactory.getLogger(ViewEpoch.class);

    private final JdbcClient jdbc;
    private final AtomicLong doubts = new AtomicLong(1);
    private volatile long settled;
    private volatile long current = -1;

    ViewEpoch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether views in Redis may be read and written now. */
    boolean trusted() {
        return doubts.get() == settled;
    }

    long current() {
        return current;
    }

    /** Says that a view in Redis may be out of date. */
    void doubt() {
        doubts.incrementAndGet();
    }

    @Scheduled(fixedDelayString = "${lienthong.portal.epoch-poll-millis:1000}")
    void renew() {
        try {
            if (trusted()) {
                current = read();
            } else {
                open();
            }
        } catch (DataAccessException e) {
            // without the register nobody can say whether a view is current
            doubt();
            log.debug("the view epoch cannot be read: {}", e.getMessage());
        }
    }

    private void open() {
        // counted before the new epoch opens: a doubt raised meanwhile is not settled by it
        long seen = doubts.get();
        current = jdbc.sql("update hub.view_epoch set epoch = epoch + 1 returning epoch")
                .query(Long.class)
                .single();
        settled = seen;
    }

    private long read() {
        return jdbc.sql("select epoch from hub.view_epoch").query(Long.class).single();
    }
}
