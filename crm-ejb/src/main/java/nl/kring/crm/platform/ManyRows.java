package nl.kring.crm.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Statements about thousands of rows at once. The database keeps a plan for a statement that it was asked often, made for a
 * handful of rows, and then walks thousands of times through thousands. Here it may only hash or sort. For statements that ask
 * every table for its rows by an index of their own, and that fire no trigger with a join.
 */
public final class ManyRows {

    /** Asks the database. */
    public interface Asking<T> {
        T ask() throws SQLException;
    }

    private ManyRows() {}

    /** Within the caller's transaction. */
    public static <T> T joined(Connection connection, Asking<T> asking) throws SQLException {
        loops(connection, "off");
        T answer = asking.ask();
        loops(connection, "on");
        return answer;
    }

    private static void loops(Connection connection, String allowed) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config('enable_nestloop', ?, true)")) {
            set.setString(1, allowed);
            set.executeQuery().close();
        }
    }
}
