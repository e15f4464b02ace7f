package nl.kring.crm.platform;

import java.sql.SQLException;

/** Recognises what the database cannot hold, like a text with a NUL in it: a fault of what was sent, not of ours. */
public final class Unstorable {

    /** SQL's class of errors in a value, as opposed to those in a statement or of the database. */
    private static final String DATA_EXCEPTION = "22";

    private Unstorable() {}

    /** True when a value was the reason, however deep it was wrapped. */
    public static boolean isCauseOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused
                    && refused.getSQLState() != null
                    && refused.getSQLState().startsWith(DATA_EXCEPTION)) {
                return true;
            }
        }
        return false;
    }
}
