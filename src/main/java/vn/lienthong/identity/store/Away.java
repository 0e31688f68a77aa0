package vn.lienthong.identity.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Whether a failure means that PostgreSQL does not answer, rather than that it refuses. */
final class Away {

    private Away() {}

    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && meansAway(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** Connection failures, and a server that starts or stops. */
    private static boolean meansAway(String state) {
        return state.startsWith("08") || state.startsWith("57P");
    }
}
