package nl.kring.crm.attendance.delivery;

import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import nl.kring.crm.platform.Settings;

/** Puts a question to PE-online by HTTP POST and brings what it says; follows no redirect, waits not for ever, reads not without end. */
@Dependent
class PeLine {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int LONGEST_ANSWER = 1024 * 1024;
    private static final int OK = 200;

    /** In seconds, for the whole of an answer. */
    private static final String PATIENCE_SETTING = "crm.delivery.patience";

    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final Duration patience;

    PeLine() {
        this(Settings.value(PATIENCE_SETTING)
                .filter(text -> text.matches("[1-9]\\d{0,2}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(USUAL_PATIENCE));
    }

    /** One that waits no longer than this. */
    PeLine(Duration patience) {
        this.patience = patience;
    }

    /**
     * The answer as it came.
     *
     * @throws IOException none came in time, or not to its end, it was no success, or it was too long
     */
    String ask(URI address, String xml) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("sXML=" + URLEncoder.encode(xml, StandardCharsets.UTF_8)))
                .build();
        long until = System.nanoTime() + patience.toNanos();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] read = readUntil(until, body);
                if (response.statusCode() != OK) {
                    throw new IOException("HTTP " + response.statusCode());
                }
                if (read.length > LONGEST_ANSWER) {
                    throw new IOException("too long");
                }
                return new String(read, StandardCharsets.UTF_8);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        }
    }

    /** The client waits no longer than it is told for the head of an answer, and for ever for the rest: who falls silent is left. */
    private static byte[] readUntil(long until, InputStream body) throws IOException {
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                () -> hangUp(body),
                CompletableFuture.delayedExecutor(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS));
        try {
            return body.readNBytes(LONGEST_ANSWER + 1);
        } finally {
            end.cancel(false);
        }
    }

    private static void hangUp(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
