package nl.kring.crm.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nl.kring.crm.database.CrmDatabase;

/**
 * {@code ./mvnw -Prun}: the whole product in the foreground, for trying out. Starts PostgreSQL with its data in
 * {@code .data/}, then WildFly with the EAR that was just built, and ends both on Ctrl-C.
 */
public final class RunKring {

    private final Path home = Path.of(System.getProperty("kring.home"));
    private final Path server = Path.of(System.getProperty("kring.server"));
    private final Path ear = Path.of(System.getProperty("kring.ear"));
    private final Path data = home.resolve(".data");
    private final int port = Integer.getInteger("crm.port", 8080);
    private final String demo = System.getProperty("crm.demo", "full");

    private CrmDatabase database;
    private Process wildfly;

    private RunKring() {}

    public static void main(String[] arguments) throws Exception {
        RunKring run = new RunKring();
        try {
            run.start();
        } catch (CannotStart said) {
            System.err.println("\n  " + said.getMessage() + "\n");
            System.exit(1);
        }
    }

    private void start() throws Exception {
        requireFree(port);
        requireNoOther();
        if (System.getProperty("crm.reset") != null) {
            ServerBase.delete(data.resolve("postgres"));
        }
        Files.createDirectories(data);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        database = startDatabase();
        wildfly = startWildFly(deploy());
        tellWhenReady();
        int end = wildfly.waitFor();
        if (end != 0) {
            throw new CannotStart("The server ended with code " + end + "; its last lines stand above and in "
                    + data.resolve("server.log") + ".");
        }
    }

    private static void requireFree(int wanted) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
        } catch (IOException taken) {
            throw new CannotStart("Port " + wanted + " is in use: stop the program that uses it, or choose another"
                    + " port with -Dcrm.port=" + (wanted + 10) + ".");
        }
    }

    /** A PostgreSQL that still uses the data belongs to another Kring, or to one that was killed. */
    private void requireNoOther() throws IOException {
        Path lock = data.resolve("postgres/postmaster.pid");
        if (!Files.exists(lock)) {
            return;
        }
        String process = Files.readAllLines(lock).get(0).strip();
        boolean runs = ProcessHandle.of(Long.parseLong(process))
                .flatMap(handle -> handle.info().command())
                .filter(command -> command.contains("postgres"))
                .isPresent();
        if (runs) {
            throw new CannotStart("Another Kring uses " + data + ", or one was killed and left its PostgreSQL behind:"
                    + " stop it (process " + process + ") and try again.");
        }
    }

    private CrmDatabase startDatabase() {
        try {
            return CrmDatabase.kept(data.resolve("postgres"));
        } catch (IOException | RuntimeException e) {
            throw new CannotStart("PostgreSQL did not start (" + e.getMessage() + "). If another Kring uses "
                    + data.resolve("postgres") + ", stop that one; as root, `unshare -U` must be allowed, or run as"
                    + " an ordinary user.");
        }
    }

    private Path deploy() throws IOException {
        Path base = ServerBase.madeAnew(server, data.resolve("server"));
        Files.copy(ear, base.resolve("deployments/kring.ear"));
        return base;
    }

    private Process startWildFly(Path base) throws IOException {
        ProcessBuilder builder = ServerCommand.of(
                        server,
                        base,
                        List.of("-Xmx1g"),
                        List.of(
                                "-Djboss.http.port=" + port,
                                "-Djboss.https.port=" + free(),
                                "-Djboss.management.http.port=" + free(),
                                "-Dcrm.db.url=" + database.url(),
                                "-Dcrm.db.password=" + CrmDatabase.PASSWORD,
                                "-Dcrm.db.owner.password=" + CrmDatabase.PASSWORD,
                                "-Dcrm.base.url=" + address(),
                                "-Dcrm.mail.delivery=screen",
                                "-Dcrm.demo=" + demo,
                                "-Dcrm.demo.tokens.file=" + data.resolve("demo-tokens.properties")))
                .redirectErrorStream(true);
        Process process = builder.start();
        Thread output = new Thread(() -> show(process), "server-output");
        output.setDaemon(true);
        output.start();
        return process;
    }

    /** Everything goes to the log file; the console shows warnings, errors and business facts only. */
    private void show(Process process) {
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var log = Files.newBufferedWriter(data.resolve("server.log"))) {
            String line;
            while ((line = lines.readLine()) != null) {
                log.write(line);
                log.newLine();
                log.flush();
                if (line.contains(" ERROR ") || line.contains(" WARN ") || line.contains("nl.kring")) {
                    System.out.println(line);
                }
            }
        } catch (IOException theServerEnded) {
            // nothing more to show
        }
    }

    private void tellWhenReady() throws InterruptedException {
        Path failed = data.resolve("server/deployments/kring.ear.failed");
        while (wildfly.isAlive()) {
            if (Files.exists(failed)) {
                throw new CannotStart("Kring did not start; " + data.resolve("server.log")
                        + " says why. If the data in " + data + " is of another version, -Dcrm.reset starts anew.");
            }
            if (answers()) {
                System.out.println(String.join(
                        System.lineSeparator(),
                        "",
                        "  Kring is ready: " + address(),
                        "",
                        "  Sign in at " + address() + "/security/sign-in.xhtml, password kring-demo-2026:",
                        "    fea@example.nl, thoon@example.nl, chpa@…, sht@…, lhv@…, wdh@example.nl   staff",
                        "    regio@example.nl                              staff of FEA, administrator of THOON",
                        "    huisarts@example.nl                           a GP",
                        "    beheer@example.nl                             administrator of the platform",
                        "",
                        "  Everybody in this demo is fictitious. No mail leaves: see the screen Berichten.",
                        "  Ctrl-C ends it; the data stays in .data/ (-Dcrm.reset starts anew).",
                        ""));
                return;
            }
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    private boolean answers() {
        try {
            HttpURLConnection request =
                    (HttpURLConnection) URI.create(address() + "/").toURL().openConnection();
            request.setConnectTimeout(1000);
            request.setReadTimeout(30000);
            return request.getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void stop() {
        try {
            if (wildfly != null && wildfly.isAlive()) {
                wildfly.destroy();
                if (!wildfly.waitFor(30, TimeUnit.SECONDS)) {
                    wildfly.destroyForcibly();
                }
            }
            if (database != null) {
                database.close();
            }
        } catch (IOException | InterruptedException e) {
            System.err.println("Not everything ended in order: " + e.getMessage());
        }
    }

    private static final class CannotStart extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private CannotStart(String sentence) {
            super(sentence);
        }
    }
}
