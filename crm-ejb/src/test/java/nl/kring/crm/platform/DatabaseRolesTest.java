package nl.kring.crm.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nl.kring.crm.database.CrmDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database lets the application do, and what it keeps to the owner of the schema. */
class DatabaseRolesTest {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

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

    @Test
    void the_application_adds_to_the_audit_and_reads_it() {
        assertThatCode(() -> execute("insert into crm.audit_entry (at, action) values (now(), 'tried')"))
                .doesNotThrowAnyException();
        assertThatCode(() -> execute("select * from crm.audit_entry")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update crm.audit_entry set action = 'something else'",
                "delete from crm.audit_entry",
                "truncate crm.audit_entry",
                "create table crm.mine (id bigint)"
            })
    void what_is_the_owners_is_refused_to_the_application(String statement) {
        assertThatThrownBy(() -> execute(statement))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop table crm.audit_entry", "alter table crm.person drop column birth_date"})
    void the_application_owns_no_table(String statement) {
        assertThatThrownBy(() -> execute(statement))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("must be owner");
    }

    @Test
    void migrating_again_changes_nothing() {
        assertThat(Migrations.migrate(database.asOwner()).migrationsExecuted).isZero();
    }

    @ParameterizedTest
    @CsvSource({"fsync, on", "synchronous_commit, on", "full_page_writes, on"})
    void what_is_committed_survives_a_crash(String setting, String value) throws SQLException {
        try (Connection connection = database.asApplication().getConnection();
                Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery("show " + setting)) {
            shown.next();
            assertThat(shown.getString(1)).isEqualTo(value);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = database.asApplication().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
