package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;

/** Calls the API of the running product as somebody. */
final class Api {

    /** An answer: its status, and its text. */
    record Answer(int status, String type, String text) {

        JsonObject object() {
            try (JsonReader reader = Json.createReader(new StringReader(text))) {
                return reader.readObject();
            }
        }

        JsonArray array() {
            try (JsonReader reader = Json.createReader(new StringReader(text))) {
                return reader.readArray();
            }
        }
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Properties TOKENS = new Properties();

    private final String token;

    private Api(String token) {
        this.token = token;
    }

    /** A course of two hours with a waiting list, planned by FEA, that is open; gives the number of its edition. */
    static String course(String title, int inDays, int capacity) {
        Instant start = Instant.now().plus(Duration.ofDays(inDays));
        Answer made = as("fea-staff")
                .post(
                        "/editions",
                        Json.createObjectBuilder()
                                .add("title", title)
                                .add("organisation", "FEA")
                                .add("startsAt", start.toString())
                                .add("endsAt", start.plus(Duration.ofHours(2)).toString())
                                .add("capacity", capacity)
                                .add("waitingList", true)
                                .build());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.object().getString("uuid");
    }

    static Api anonymous() {
        return new Api(null);
    }

    static Api withToken(String token) {
        return new Api(token);
    }

    /** One of the accounts of the first start, like {@code fea-staff}. */
    static Api as(String name) {
        Properties tokens = tokens();
        if (!tokens.containsKey(name)) {
            throw new IllegalArgumentException("There is no token " + name + " among " + tokens.keySet());
        }
        return new Api(tokens.getProperty(name));
    }

    /** The server writes them once, before the first test. */
    private static synchronized Properties tokens() {
        if (TOKENS.isEmpty()) {
            try (var in = Files.newBufferedReader(Surroundings.tokensFile())) {
                TOKENS.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return TOKENS;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, JsonObject body) {
        return call("POST", path, body.toString(), null);
    }

    Answer post(String path, JsonObject body, String idempotencyKey) {
        return call("POST", path, body.toString(), idempotencyKey);
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer call(String method, String path, String json, String idempotencyKey) {
        HttpRequest.Builder request = request(path);
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request.method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    /** Hands a register file in. */
    Answer importFile(String register, String fileName, byte[] content, String mode) {
        String boundary = "kring-" + UUID.randomUUID();
        var body = new java.io.ByteArrayOutputStream();
        part(body, boundary, "register", null, register.getBytes(StandardCharsets.UTF_8));
        part(body, boundary, "mode", null, mode.getBytes(StandardCharsets.UTF_8));
        part(body, boundary, "file", fileName, content);
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request("/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(
            java.io.ByteArrayOutputStream body, String boundary, String name, String fileName, byte[] content) {
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + (fileName == null ? "" : "; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream")
                + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Surroundings.address() + "/api/v1" + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = Http.send(CLIENT, request);
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }
}
