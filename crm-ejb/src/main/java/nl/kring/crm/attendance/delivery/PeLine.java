package nl.kring.crm.attendance.delivery;

import jakarta.enterprise.context.Dependent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Puts a question to PE-online by HTTP POST and brings what it says; follows no redirect, waits not for ever, reads not without end. */
@Dependent
class PeLine {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int LONGEST_ANSWER = 1024 * 1024;
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private Duration patience = Duration.ofSeconds(60);

    PeLine() {}

    /** One that waits no longer than this. */
    PeLine(Duration patience) {
        this.patience = patience;
    }

    /**
     * The answer as it came.
     *
     * @throws IOException none came in time, it was no success, or it was too long
     */
    String ask(URI address, String xml) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("sXML=" + URLEncoder.encode(xml, StandardCharsets.UTF_8)))
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] read = body.readNBytes(LONGEST_ANSWER + 1);
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
}
