package nl.kring.crm.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Asks for screens as somebody, without a browser: for what the server answers, not for how it looks. */
final class Screens {

    static final String PASSWORD = "kring-demo-2026";

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]*)\"");
    private static final Pattern NONCE = Pattern.compile("PrimeFaces\\.csp\\.init\\('([^']*)'");

    /** An answer: its status, where it leads to, its text. */
    record Answer(int status, String location, String text) {

        /** True when the caller is led to the sign-in page. */
        boolean asksToSignIn() {
            return status == 302 && location.contains("/security/sign-in.xhtml");
        }
    }

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final String base;

    private Screens(String base) {
        this.base = base;
    }

    static Screens anonymous() {
        return anonymous(Surroundings.address());
    }

    /** At a product that runs elsewhere. */
    static Screens anonymous(String base) {
        return new Screens(base);
    }

    static Screens signedIn(String email) {
        return signedIn(Surroundings.address(), email);
    }

    /** At a product that runs elsewhere. */
    static Screens signedIn(String base, String email) {
        Screens screens = new Screens(base);
        Answer answer = screens.trySignIn(email, PASSWORD);
        if (answer.status() != 302) {
            throw new IllegalStateException(email + " could not sign in: " + answer.status());
        }
        return screens;
    }

    Answer trySignIn(String email, String password) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("sign-in", "sign-in");
        form.put("sign-in:submit", "");
        form.put("sign-in:email", email);
        form.put("sign-in:password", password);
        return post("/security/sign-in.xhtml", "/security/sign-in.xhtml", form);
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** A file, as it is kept. */
    byte[] file(String path) {
        HttpResponse<byte[]> response = Http.send(
                client, HttpRequest.newBuilder(URI.create(base + path)).GET(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + response.statusCode());
        }
        return response.body();
    }

    /** What an address answers, whatever its status; of a spreadsheet or another package all that is in it. */
    String opened(String path) {
        byte[] content = Http.send(
                        client,
                        HttpRequest.newBuilder(URI.create(base + path)).GET(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        if (content.length < 2 || content[0] != 'P' || content[1] != 'K') {
            return new String(content, StandardCharsets.UTF_8);
        }
        return unpacked(content);
    }

    private static String unpacked(byte[] zip) {
        StringBuilder text = new StringBuilder();
        try {
            Path file = Files.write(Files.createTempFile("kring", ".zip"), zip);
            try (ZipFile entries = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(entries.entries())) {
                    text.append(new String(entries.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                            .append('\n');
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** What a browser would send as its cookies. */
    String cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .map(each -> each.getName() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Opens a page and sends a form of it to a path, with the page's own view state. */
    Answer post(String page, String path, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(formOf(get(page).text(), fields))));
    }

    /** These fields with what goes along with every form of that page. */
    static String formOf(String page, Map<String, String> fields) {
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("jakarta.faces.ViewState", last(VIEW_STATE, page));
        form.put("primefaces.nonce", last(NONCE, page));
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Sends a form that was read from a page, as a browser would. */
    Answer sendForm(String page, FilledForm form) {
        String body = form.fields().entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        String path = (form.action().isEmpty() ? page : form.action()).replaceFirst("^https?://[^/]+", "");
        if (form.get()) {
            return get(path.replaceAll("\\?.*", "") + "?" + body);
        }
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** What a browser's scripts would send along with every form of PrimeFaces; empty on a page without. */
    static String nonceOf(String page) {
        return last(NONCE, page);
    }

    private static String last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        String found = "";
        while (matcher.find()) {
            found = matcher.group(1);
        }
        return found;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = Http.send(client, request);
        return new Answer(
                response.statusCode(), response.headers().firstValue("Location").orElse(""), response.body());
    }
}
