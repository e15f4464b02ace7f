package nl.kring.crm.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nl.kring.crm.platform.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database that the project brings along is as safe as one in production, and the application's role as small. */
class CrmDatabaseTest {

    private static CrmDatabase database;

    @BeforeAll
    static void migrate() throws IOException {
        database = CrmDatabase.temporary();
        Migrations.migrate(database.asOwner());
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void what_was_committed_survives_a_crash(String setting) throws SQLException {
        assertThat(answer("show " + setting)).isEqualTo("on");
    }

    @Test
    void the_application_owns_nothing() throws SQLException {
        assertThat(
                        answer(
                                "select count(*) from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'crm_app'"))
                .isEqualTo("0");
        assertThat(answer("select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname = 'crm_app'"))
                .isEqualTo("f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update crm.audit_entry set action = 'anders'",
                "delete from crm.audit_entry",
                "truncate crm.audit_entry",
                "drop table crm.audit_entry",
                "alter table crm.person add column x text",
                "create table crm.mine (id bigint)",
                "select * from crm.flyway_schema_history"
            })
    void the_application_can_neither_rewrite_the_audit_nor_the_schema(String statement) {
        assertThatThrownBy(() -> run(statement))
                .isInstanceOf(SQLException.class)
                .extracting(refusal -> ((SQLException) refusal).getSQLState())
                .isEqualTo("42501");
    }

    @Test
    void the_application_adds_to_the_audit_and_reads_it() throws SQLException {
        run("insert into crm.audit_entry (at, action) values (now(), 'proef')");
        assertThat(answer("select count(*) from crm.audit_entry where action = 'proef'"))
                .isEqualTo("1");
    }

    @Test
    void migrating_again_changes_nothing() {
        assertThat(Migrations.migrate(database.asOwner()).migrationsExecuted).isZero();
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = database.asApplication().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String answer(String sql) throws SQLException {
        try (Connection connection = database.asApplication().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
