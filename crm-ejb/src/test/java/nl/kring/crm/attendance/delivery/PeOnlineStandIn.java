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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stand-in for PE-online on this machine: it answers as the manual of 2016 says, and badly when it is told to. It is not PE-online,
 * and nothing of it says how PE-online behaves today.
 */
public final class PeOnlineStandIn implements AutoCloseable {

    public static final String KEY = "sleutel-van-noord";

    private static final Pattern ATTENDANCE = Pattern.compile("<Attendance>(.*?)</Attendance>", Pattern.DOTALL);

    private final HttpServer server;
    private final ExecutorService several = Executors.newFixedThreadPool(4);
    public final List<String> asked = new CopyOnWriteArrayList<>();
    /** Each attendance that was written, by all that tells it from others; the same again writes nothing. */
    public final Set<String> written = ConcurrentHashMap.newKeySet();

    private final Map<String, String> complaints = new ConcurrentHashMap<>();
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final Set<Function<String, Answer>> once = ConcurrentHashMap.newKeySet();
    private final Map<String, Queue<Function<String, Answer>>> ofCourse = new ConcurrentHashMap<>();
    private volatile CountDownLatch falteringEnds = new CountDownLatch(1);

    /** What it answers, so many milliseconds later; one that falters stops in the middle, and says no more. */
    public record Answer(int status, String type, String body, long waits, boolean falters) {

        public Answer(int status, String type, String body, long waits) {
            this(status, type, body, waits, false);
        }

        public static Answer xml(String body) {
            return new Answer(200, "text/xml; charset=utf-8", body, 0);
        }

        static Answer half(String body) {
            return new Answer(200, "text/xml; charset=utf-8", body, 0, true);
        }
    }

    public PeOnlineStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/ProcessXML", this::handle);
        server.setExecutor(several);
        server.start();
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/ProcessXML";
    }

    /** From now on it says this of that person. */
    public void complainsOf(String person, String text) {
        complaints.put(person, text);
    }

    public void complainsNoMoreOf(String person) {
        complaints.remove(person);
    }

    /** The next questions that begin with that course get these answers, one after the other; those after them a faithful one. */
    @SafeVarargs
    public final void answers(String course, Function<String, Answer>... answers) {
        ofCourse.put(course, new ConcurrentLinkedQueue<>(List.of(answers)));
    }

    /** What it was asked that begins with that course, word for word. */
    public List<String> askedOf(String course) {
        return asked.stream()
                .filter(xml -> value(xml, "PECourseID").equals(course))
                .toList();
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
        ofCourse.clear();
        falteringEnds.countDown();
        falteringEnds = new CountDownLatch(1);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String xml = URLDecoder.decode(form.substring("sXML=".length()), StandardCharsets.UTF_8);
        asked.add(xml);
        Function<String, Answer> special = once.stream().findFirst().orElseGet(() -> next(value(xml, "PECourseID")));
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
            int half = answer.falters() ? body.length / 2 : 0;
            out.write(body, 0, half);
            if (answer.falters()) {
                out.flush();
                falteringEnds.await();
            }
            out.write(body, half, body.length - half);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException nobodyWaitsAnyMore) {
            // whoever asked went away
        }
        exchange.close();
    }

    private Function<String, Answer> next(String course) {
        Queue<Function<String, Answer>> answers = ofCourse.get(course);
        return answers == null ? null : answers.poll();
    }

    /** As the manual says; the first row is row 2 in what it complains of. */
    public String faithful(String xml) {
        return told(xml, true);
    }

    /** The same from a connection that is in trial: it looks, and writes nothing. */
    public String tried(String xml) {
        return told(xml, false);
    }

    private String told(String xml, boolean writes) {
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
                if (writes) {
                    written.add(row);
                }
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

    public static String summary(int accepted, int rejected, int total, String rest) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<Summary><Results><rejected_rows>" + rejected
                + "</rejected_rows><accepted_rows>" + accepted + "</accepted_rows><total_rows>" + total
                + "</total_rows></Results>" + rest + "</Summary>";
    }

    public static String error(String number, String text) {
        return "<Error><errorNR>" + number + "</errorNR><errorMsg>" + text + "</errorMsg></Error>";
    }

    static String accepted(String person, String course) {
        return "<Accepted><person>" + person + "</person><course>" + course + "</course></Accepted>";
    }

    public static String value(String xml, String name) {
        Matcher found = Pattern.compile("<" + name + ">(.*?)</" + name + ">").matcher(xml);
        return found.find() ? found.group(1) : "";
    }

    @Override
    public void close() {
        falteringEnds.countDown();
        server.stop(0);
        several.shutdownNow();
    }
}
