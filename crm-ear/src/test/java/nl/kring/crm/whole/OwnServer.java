package nl.kring.crm.whole;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nl.kring.crm.database.CrmDatabase;
import nl.kring.crm.run.ServerBase;
import nl.kring.crm.run.ServerCommand;

/** A product with a server and a database of its own, beside the one that the other tests share: it may be killed. */
final class OwnServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Path folder;
    private final String demo;
    private final Path base;
    private final int port = free();
    private final int management = free();
    private final int https = free();

    private CrmDatabase database;
    private Process server;

    /**
     * @param folder an empty one
     * @param demo with what the first start fills the database
     */
    OwnServer(Path folder, String demo) throws IOException, InterruptedException {
        this.folder = folder;
        this.demo = demo;
        database = CrmDatabase.kept(folder.resolve("postgres"));
        base = ServerBase.madeAnew(provisioned(), folder.resolve("server"));
        Files.copy(Path.of(System.getProperty("kring.ear")), base.resolve("deployments/kring.ear"));
        startServer();
    }

    CrmDatabase database() {
        return database;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpClient client() {
        return client;
    }

    /** What somebody of the first start signs in with. */
    String token(String name) throws IOException {
        Properties tokens = new Properties();
        try (var in = Files.newBufferedReader(tokensFile())) {
            tokens.load(in);
        }
        return tokens.getProperty(name);
    }

    boolean isAlive() {
        return server.isAlive();
    }

    void killServer() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

    void killDatabase() throws IOException, InterruptedException {
        database.kill();
    }

    /** In the same folder, as an administrator would. */
    void startServer() throws IOException, InterruptedException {
        server = ServerCommand.of(
                        provisioned(),
                        base,
                        Stream.concat(
                                        Stream.of("-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                                        Surroundings.PE_ONLINE.stream())
                                .toList(),
                        List.of(
                                "-Djboss.http.port=" + port,
                                "-Djboss.https.port=" + https,
                                "-Djboss.management.http.port=" + management,
                                "-Dcrm.db.url=" + database.url(),
                                "-Dcrm.db.password=" + CrmDatabase.PASSWORD,
                                "-Dcrm.db.owner.password=" + CrmDatabase.PASSWORD,
                                "-Dcrm.base.url=http://127.0.0.1:" + port,
                                "-Dcrm.mail.delivery=screen",
                                "-Dcrm.demo=" + demo,
                                "-Dcrm.demo.tokens.file=" + tokensFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .start();
        waitUntilReady();
    }

    /** In the same folder and on the same port; the server that asked the one before is still there. */
    void startDatabase() throws IOException, InterruptedException {
        database = CrmDatabase.kept(folder.resolve("postgres"), database.port());
        waitUntilReady();
    }

    private void waitUntilReady() throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!server.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("The server did not start; see " + folder.resolve("server.log"));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(at("/health/ready"))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Path tokensFile() {
        return folder.resolve("tokens.properties");
    }

    private static Path provisioned() {
        return Path.of(System.getProperty("jboss.home"));
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (server != null) {
            killServer();
        }
        database.close();
    }
}
