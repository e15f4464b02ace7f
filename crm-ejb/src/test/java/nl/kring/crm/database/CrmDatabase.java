package nl.kring.crm.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL that the project brings along, with the two roles of the product: {@code crm_owner} who migrates and
 * {@code crm_app} who owns nothing. For tests and for trying out; durability is on, as in production.
 */
public final class CrmDatabase implements AutoCloseable {

    public static final String PASSWORD = "embedded";

    private final EmbeddedPostgres server;
    private final Path folder;

    private CrmDatabase(EmbeddedPostgres server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** One that is gone afterwards, on a free port. */
    public static CrmDatabase temporary() throws IOException {
        return start(passing(), null);
    }

    /** The same with one setting of the server. */
    public static CrmDatabase temporary(String setting, String value) throws IOException {
        return start(passing().setServerConfig(setting, value), null);
    }

    /** One that keeps its data in a folder between starts. */
    public static CrmDatabase kept(Path folder) throws IOException {
        return start(keeping(folder), folder);
    }

    /** The same where it was before, for a server that still looks for it there. */
    public static CrmDatabase kept(Path folder, int port) throws IOException {
        return start(keeping(folder).setPort(port), folder);
    }

    /** A question that does not end is an error of the one who asked, and not of everybody who waits for the answer. */
    private static EmbeddedPostgres.Builder passing() {
        return EmbeddedPostgres.builder().setServerConfig("statement_timeout", "10min");
    }

    private static EmbeddedPostgres.Builder keeping(Path folder) {
        return EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false);
    }

    private static CrmDatabase start(EmbeddedPostgres.Builder builder, Path folder) throws IOException {
        EmbeddedPostgres server = builder.setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
        CrmDatabase database = new CrmDatabase(server, folder);
        database.createIfMissing();
        return database;
    }

    private void createIfMissing() throws IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = 'crm_app'")) {
                statement.execute("create role crm_owner login password '" + PASSWORD + "'");
                statement.execute("create role crm_app login password '" + PASSWORD + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = 'kring'")) {
                statement.execute("create database kring owner crm_owner encoding 'UTF8' template template0");
            }
        } catch (SQLException e) {
            throw new IOException("The embedded database could not be prepared", e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** Throws the contents away; the next migration starts from empty. */
    public void empty() throws SQLException {
        try (Connection connection = asOwner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists crm cascade");
        }
    }

    public String url() {
        return "jdbc:postgresql://localhost:" + port() + "/kring";
    }

    public int port() {
        return server.getPort();
    }

    /**
     * What {@code kill -9} does to the server and each process of it, at any moment. The folder of one that is kept stays as it
     * was then, and can be started again.
     */
    public void kill() throws IOException, InterruptedException {
        Path lock = folder.resolve("postmaster.pid");
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(lock).get(0).strip()))
                .orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(0, postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) {
            while (runs(each)) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }
        // Where nobody buries the dead, the next server would take the one that left these for alive.
        Files.delete(lock);
        Files.deleteIfExists(Path.of("/tmp/.s.PGSQL." + port() + ".lock"));
        server.close();
    }

    private static boolean runs(ProcessHandle process) throws IOException {
        Path stat = Path.of("/proc", String.valueOf(process.pid()), "stat");
        if (!process.isAlive()) {
            return false;
        }
        try {
            return !Files.exists(stat) || !Files.readString(stat).contains(") Z ");
        } catch (NoSuchFileException goneMeanwhile) {
            return false;
        }
    }

    public PGSimpleDataSource asOwner() {
        return as("crm_owner");
    }

    public PGSimpleDataSource asApplication() {
        return as("crm_app");
    }

    /** A connection that may do anything, for tests that look behind the curtain. */
    public Connection asSuperuser() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "postgres");
    }

    private PGSimpleDataSource as(String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(role);
        source.setPassword(PASSWORD);
        source.setCurrentSchema("crm,public");
        return source;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
