package nl.kring.crm.attendance.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stand-in for PE-online on this machine: it answers as the manual of 2016 says, and badly when it is told to. It is not PE-online,
 * and nothing of it says how PE-online behaves today.
 */
final class PeOnlineStandIn implements AutoCloseable {

    static final String KEY = "sleutel-van-noord";

    private static final Pattern ATTENDANCE = Pattern.compile("<Attendance>(.*?)</Attendance>", Pattern.DOTALL);

    private final HttpServer server;
    private final ExecutorService several = Executors.newFixedThreadPool(4);
    final List<String> asked = new ArrayList<>();
    /** Each attendance that was written, by all that tells it from others; the same again writes nothing. */
    final Set<String> written = new HashSet<>();

    private final Map<String, String> complaints = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Set<Function<String, Answer>> once = new HashSet<>();

    record Answer(int status, String type, String body, long waits) {

        static Answer xml(String body) {
            return new Answer(200, "text/xml; charset=utf-8", body, 0);
        }
    }

    PeOnlineStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ProcessXML", this::handle);
        server.setExecutor(several);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/ProcessXML";
    }

    /** From now on it says this of that person. */
    void complainsOf(String person, String text) {
        complaints.put(person, text);
    }

    /** The next question gets this answer, whatever it asks; what was asked is written all the same when that says so. */
    void answersOnce(Function<String, Answer> answer) {
        once.clear();
        once.add(answer);
    }

    /** From now on it knows that course, as one of that type; of others it asks for no fields. */
    void knows(String course, String type) {
        types.put(course, type);
    }

    void isWellAgain() {
        complaints.clear();
        types.clear();
        once.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String xml = URLDecoder.decode(form.substring("sXML=".length()), StandardCharsets.UTF_8);
        asked.add(xml);
        Function<String, Answer> special = once.stream().findFirst().orElse(null);
        once.clear();
        Answer answer = special == null ? Answer.xml(faithful(xml)) : special.apply(xml);
        try {
            Thread.sleep(answer.waits());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", answer.type());
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        } catch (IOException nobodyWaitsAnyMore) {
            // whoever asked went away
        }
        exchange.close();
    }

    /** As the manual says; the first row is row 2 in what it complains of. */
    String faithful(String xml) {
        if (!value(xml, "userKey").equals(KEY)) {
            return summary(0, 1, 1, error("400", "De combinatie van userID en userKey is onjuist"));
        }
        List<String> rows = new ArrayList<>();
        Matcher matcher = ATTENDANCE.matcher(xml);
        while (matcher.find()) {
            rows.add(matcher.group(1));
        }
        StringBuilder told = new StringBuilder();
        StringBuilder named = new StringBuilder();
        int accepted = 0;
        for (int at = 0; at < rows.size(); at++) {
            String row = rows.get(at);
            String person = value(row, "externalPersonID");
            String course = value(row, "PECourseID") + value(row, "externalCourseID");
            String complaint = complaints.getOrDefault(person, misses(row, types.get(course)));
            if (complaint != null) {
                told.append(error("100", complaint + " op regel [" + (at + 2) + "]"));
            } else {
                accepted++;
                written.add(row);
                named.append("<Accepted><person>" + person + "</person><course>" + course
                        + "</course><date>2026-11-03</date></Accepted>");
            }
        }
        return summary(accepted, rows.size() - accepted, rows.size(), told + named.toString());
    }

    /** What a row lacks, or has too much, by the table of the manual; null when nothing. */
    private static String misses(String row, String type) {
        if (type == null) {
            return null;
        }
        boolean byEdition = type.equals("WHOLE") || type.equals("MEETINGS");
        boolean edition = row.contains("EditionID>");
        boolean meeting = row.contains("MeetingID>");
        boolean ended = row.contains("<endDate>");
        if (byEdition && ended) {
            return "endDate is niet toegestaan bij klassikale cursussen";
        }
        if (!byEdition && !ended) {
            return "endDate ontbreekt";
        }
        if (byEdition != edition) {
            return edition ? "Uitvoering is niet toegestaan" : "Uitvoering is niet meegegeven";
        }
        if (type.equals("MEETINGS") != meeting) {
            return meeting ? "Bijeenkomst is niet toegestaan" : "Bijeenkomst is niet meegegeven";
        }
        return type.equals("E_LEARNING") != row.toLowerCase(Locale.ROOT).contains("moduleid>")
                ? "Module is niet meegegeven"
                : null;
    }

    static String summary(int accepted, int rejected, int total, String rest) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Summary><Results><rejected_rows>" + rejected
                + "</rejected_rows><accepted_rows>" + accepted + "</accepted_rows><total_rows>" + total
                + "</total_rows></Results>" + rest + "</Summary>";
    }

    static String error(String number, String text) {
        return "<Error><errorNR>" + number + "</errorNR><errorMsg>" + text + "</errorMsg></Error>";
    }

    static String accepted(String person, String course) {
        return "<Accepted><person>" + person + "</person><course>" + course + "</course></Accepted>";
    }

    static String value(String xml, String name) {
        Matcher found = Pattern.compile("<" + name + ">(.*?)</" + name + ">").matcher(xml);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public void close() {
        server.stop(0);
        several.shutdownNow();
    }
}
