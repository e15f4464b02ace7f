package nl.kring.crm.registry;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.database.CrmDatabase;
import nl.kring.crm.database.NoJson;
import nl.kring.crm.platform.Migrations;

/** A real, migrated database for the tests of the registry, and short ways to say something of somebody in it. */
final class RegistryFixture {

    static final LocalDate TODAY = LocalDate.parse("2026-09-01");
    static final long FEA = 1;
    static final long THOON = 2;

    private static CrmDatabase database;
    private static EntityManagerFactory entityManagers;
    private static long lastId = 1000;

    private RegistryFixture() {}

    static synchronized Connection connect() throws SQLException, IOException {
        if (database == null) {
            database = CrmDatabase.temporary();
            Migrations.migrate(database.asOwner());
        }
        return database.asApplication().getConnection();
    }

    /** An entity manager factory on the same database, as the application's role. */
    static synchronized EntityManagerFactory entityManagers() throws SQLException, IOException {
        if (entityManagers == null) {
            connect().close();
            Map<String, Object> settings = new HashMap<>();
            settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
            settings.put("jakarta.persistence.jtaDataSource", null);
            settings.put("jakarta.persistence.nonJtaDataSource", database.asApplication());
            settings.put("hibernate.type.json_format_mapper", new NoJson());
            entityManagers = Persistence.createEntityManagerFactory("crm", settings);
        }
        return entityManagers;
    }

    /** Empties the registry and leaves two organisations: FEA and THOON. */
    static void reset(Connection connection) throws SQLException {
        try (Connection owner = database.asOwner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("truncate crm.person, crm.organisation cascade");
        }
        execute(connection, """
                insert into crm.organisation (id, uuid, code, name, kind, participant, created_at) values
                  (1, gen_random_uuid(), 'FEA', 'Federatie', 'CARE_GROUP', true, now()),
                  (2, gen_random_uuid(), 'THOON', 'Onderneming', 'CARE_GROUP', true, now())""");
    }

    static long person(Connection connection) throws SQLException {
        long id = ++lastId;
        execute(
                connection,
                "insert into crm.person (id, uuid, created_at) values (" + id + ", gen_random_uuid(), now())");
        return id;
    }

    static SourceRow says(long organisation, long person) {
        return new SourceRow(organisation, person);
    }

    static UUID byHand(Connection connection, long organisation, long person, String field, String value, String at)
            throws SQLException {
        UUID uuid = UUID.randomUUID();
        execute(connection, """
                insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at, reason)
                values (%d, '%s', %d, '%s', %s, %d, '%s', 'test')""".formatted(++lastId, uuid, person, field, quoted(value), organisation, at));
        return uuid;
    }

    static String shown(Connection connection, long person, String column) throws SQLException {
        return value(connection, "select " + column + " from crm.person where id = " + person);
    }

    static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String quoted(String value) {
        return value == null ? "null" : "'" + value.replace("'", "''") + "'";
    }

    /** One row of a register, as the intake writes it. */
    static final class SourceRow {

        private final long organisation;
        private final long person;
        private final Map<String, String> columns = new HashMap<>();
        private int rank = 5;
        private String register = "REG";
        private String key;
        private String deliveredAt = "2026-01-01T00:00:00Z";
        private String privateFields = "{}";

        private SourceRow(long organisation, long person) {
            this.organisation = organisation;
            this.person = person;
        }

        SourceRow with(String column, String value) {
            columns.put(column, value);
            return this;
        }

        SourceRow rank(int rank) {
            this.rank = rank;
            return this;
        }

        SourceRow register(String register, String key) {
            this.register = register;
            this.key = key;
            return this;
        }

        SourceRow delivered(String at) {
            this.deliveredAt = at;
            return this;
        }

        SourceRow keepingPrivate(String... fields) {
            this.privateFields = "{" + String.join(",", fields) + "}";
            return this;
        }

        UUID in(Connection connection) throws SQLException {
            UUID uuid = UUID.randomUUID();
            long id = ++lastId;
            StringBuilder names = new StringBuilder();
            StringBuilder values = new StringBuilder();
            columns.forEach((name, value) -> {
                names.append(", ").append(name);
                values.append(", ").append(quoted(value));
            });
            execute(connection, """
                    insert into crm.source_record (id, uuid, register_id, register_code, organisation_id, source_rank,
                      source_key, person_id, linked_how, run_id, row_number, raw, content_hash, private_fields, delivered_at%s)
                    values (%d, '%s', %d, '%s', %d, %d, '%s', %d, 'NEW', 1, 1, '{}', '', '%s', '%s'%s)""".formatted(
                            names,
                            id,
                            uuid,
                            register.hashCode(),
                            register,
                            organisation,
                            rank,
                            key == null ? "K" + id : key,
                            person,
                            privateFields,
                            deliveredAt,
                            values));
            return uuid;
        }
    }
}
