package vn.lienthong.hub.platform.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that is away from a database that said no. */
public final class DatabaseFailure {

    private static final int DEEPEST = 20;

    /** SQLSTATE classes: 08 connection lost, 53 out of disk or connections, 58 failure of the machine below. */
    private static final Set<String> AWAY_CLASSES = Set.of("08", "53", "58");

    /** 57P0x: shut down, crashed, starting; 25006: we reached a replica that must not be written. */
    private static final Set<String> AWAY_STATES = Set.of("57P01", "57P02", "57P03", "25006");

    private DatabaseFailure() {}

    /** Whether nothing was wrong with the work itself, so that it will succeed once PostgreSQL is back. */
    public static boolean meansAway(@Nullable Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && isAway(sql) || overridden(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** A connection that broke cannot be rolled back either, and only that is told then. */
    private static boolean overridden(Throwable failure) {
        return failure instanceof TransactionSystemException ended && meansAway(ended.getApplicationException());
    }

    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException
                || state != null
                        && (AWAY_STATES.contains(state)
                                || state.length() == 5 && AWAY_CLASSES.contains(state.substring(0, 2)));
    }
}
