package nl.kring.crm.whole;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import nl.kring.crm.database.CrmDatabase;
import nl.kring.crm.run.ServerBase;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * What the server needs around it, once for the whole run: a real PostgreSQL and a real SMTP server, everything on free
 * ports, so that the tests pass while a product is running on the same machine.
 */
public class Surroundings implements LauncherSessionListener {

    /**
     * A server that may ask the stand-in for PE-online, which listens on this machine, and waits shortly for it; with something to
     * seal keys with.
     */
    static final List<String> PE_ONLINE = List.of(
            "-Dcrm.delivery.hosts=localhost",
            "-Dcrm.delivery.patience=2",
            "-Dcrm.seal.key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");

    private static CrmDatabase database;
    private static GreenMail mail;
    private static int port;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("kring.ear") == null) {
            return; // the tests of the architecture need no server
        }
        try {
            database = CrmDatabase.temporary();
            try (var connection = database.asSuperuser();
                    var statement = connection.createStatement()) {
                statement.execute("alter role crm_app set synchronous_commit = off"); // nothing outlives the tests
            }
            mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            mail.start();
            port = free();
            int management = free();
            Path server = Path.of(System.getProperty("jboss.home"));
            Path base = ServerBase.madeAnew(server, server.resolveSibling("it-server"));
            Files.copy(Path.of(System.getProperty("kring.ear")), base.resolve("deployments/kring.ear"));
            System.setProperty("kring.it.management", String.valueOf(management));
            System.setProperty(
                    "kring.it.jvm",
                    String.join(
                            " ",
                            List.of(
                                    "-Xmx1g",
                                    "-XX:+UseSerialGC",
                                    "-Djava.net.preferIPv4Stack=true",
                                    "-Djboss.server.base.dir=" + base,
                                    "-Djboss.http.port=" + port,
                                    "-Djboss.https.port=" + free(),
                                    "-Djboss.management.http.port=" + management,
                                    // each class empties the database under the running server: no plan may be kept
                                    // from before
                                    "-Dcrm.db.url=" + database.url() + "?prepareThreshold=0",
                                    "-Dcrm.db.password=" + CrmDatabase.PASSWORD,
                                    "-Dcrm.db.owner.password=" + CrmDatabase.PASSWORD,
                                    "-Dcrm.base.url=" + address(),
                                    "-Dcrm.smtp.host=127.0.0.1",
                                    "-Dcrm.smtp.port=" + mail.getSmtp().getPort(),
                                    "-Dcrm.mail.delivery=smtp",
                                    String.join(" ", PE_ONLINE),
                                    "-Dcrm.demo=none",
                                    "-Dcrm.demo.tokens.file=" + tokensFile())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (database != null) {
            mail.stop();
            try {
                database.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static CrmDatabase database() {
        return database;
    }

    static GreenMail mail() {
        return mail;
    }

    static String address() {
        return "http://localhost:" + port;
    }

    static Path tokensFile() {
        return Path.of(System.getProperty("kring.ear")).resolveSibling("it-tokens.properties");
    }

    static Path serverLog() {
        return Path.of(System.getProperty("jboss.home"))
                .resolveSibling("it-server")
                .resolve("log/server.log");
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
