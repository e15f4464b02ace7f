package nl.kring.crm.whole;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.kring.crm.agenda.calendar.ManyEditions;
import org.jsoup.Jsoup;

/**
 * What the public agenda costs in a product that runs ({@code ./mvnw -Prun}), with 5,000 editions to come and with 50, beside
 * the same HTML as a Facelets page whose rows are fixed in memory, and as one that holds nothing but that text. Arguments: address of the product; number of the
 * server's process, and of the first process of its PostgreSQL; address of the database; the folder from which the server
 * takes what is to be deployed; how many pages to warm up with, 10,000 if it is not said. Rounds in random order. It leaves 5,000 editions behind: start the product anew afterwards.
 */
public final class AgendaPageOverHttp {

    private static final int MANY = 5_000;
    private static final int FEW = 50;
    private static final int ROUNDS = 6;
    private static final int CLIENTS = 4;
    private static final long ROUND = 4_000_000_000L;
    private static final String PAGE = "/agenda/browse-agenda.xhtml";
    private static final double TICKS = 100;

    /** Text is the whole page as one text; fixed has its rows written one by one from memory. */
    private enum What {
        TEXT,
        FIXED,
        MANY,
        FEW
    }

    private static final String ROWS = """
            <ul class="k-cards" xmlns:ui="jakarta.faces.facelets"><ui:repeat value="#{fixed.rows}" var="card">
              <li class="#{card.colour}">
                <h3><a href="#{card.address}">#{card.title}</a></h3>
                <p><strong>#{card.when}</strong></p>
                <p class="k-organiser">#{card.organiser}</p>
                <p>#{card.where}</p>
                <p>#{card.about}</p>
                <p>#{card.points}</p>
                <p><span class="#{card.badge}">#{card.seats}</span></p>
              </li>
            </ui:repeat></ul>""";

    private record Measured(int pages, double perSecond, double server, double database, double client) {}

    private final URI address;
    private final long server;
    private final String database;
    private final Connection connection;
    private final Path deployments;
    private final int warmPages;
    private final Random chance = new Random(5);

    private AgendaPageOverHttp(String[] arguments) throws SQLException {
        address = URI.create(arguments[0]);
        server = Long.parseLong(arguments[1]);
        database = arguments[2];
        connection = DriverManager.getConnection(arguments[3], "crm_owner", nl.kring.crm.database.CrmDatabase.PASSWORD);
        deployments = Path.of(arguments[4]);
        warmPages = arguments.length > 5 ? Integer.parseInt(arguments[5]) : 10_000;
    }

    public static void main(String[] arguments) throws Exception {
        new AgendaPageOverHttp(arguments).run();
    }

    private void run() throws Exception {
        fill();
        show(MANY);
        deployFixed();
        for (int warm = 0; warm < warmPages; ) {
            for (What what : What.values()) {
                measure(what, ROUND);
            }
            warm += measure(What.MANY, ROUND).pages();
        }
        Map<What, List<Measured>> all = new EnumMap<>(What.class);
        for (int round = 0; round < ROUNDS; round++) {
            List<What> order = new ArrayList<>(List.of(What.values()));
            Collections.shuffle(order, chance);
            for (What what : order) {
                show(what == What.FEW ? FEW : MANY);
                all.computeIfAbsent(what, key -> new ArrayList<>()).add(measure(what, ROUND));
            }
        }
        all.forEach((what, measured) -> System.out.printf(
                "%-6s %6.0f pages/s, processor a page: server %.2f ms, database %.2f ms; clients %.0f %% of a processor%n",
                what,
                median(measured.stream().map(Measured::perSecond).toList()),
                median(measured.stream().map(Measured::server).toList()),
                median(measured.stream().map(Measured::database).toList()),
                100 * median(measured.stream().map(Measured::client).toList())));
        ratio("pages/s, 5,000 editions / the same as one text", all.get(What.MANY), all.get(What.TEXT));
        ratio("pages/s, 5,000 editions / fixed page", all.get(What.MANY), all.get(What.FIXED));
        ratio("pages/s, 5,000 editions / 50 editions", all.get(What.MANY), all.get(What.FEW));
    }

    private static void ratio(String name, List<Measured> ours, List<Measured> limit) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ratios.add(ours.get(round).perSecond() / limit.get(round).perSecond());
        }
        System.out.printf(
                "%s: %.2f (%.2f to %.2f)%n", name, median(ratios), Collections.min(ratios), Collections.max(ratios));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    private void fill() throws SQLException {
        if (isFilled()) {
            return;
        }
        connection.setAutoCommit(false);
        String first = LocalDate.now(Clock.systemUTC()).plusDays(1).toString();
        try (Statement statement = connection.createStatement()) {
            statement.execute("update crm.edition set state = 'CANCELLED' where state <> 'CONCEPT'");
            for (String each : ManyEditions.statements(first, MANY)) {
                statement.execute(each);
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private boolean isFilled() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select count(*) from crm.course where title like 'Meetcursus %'")) {
            rows.next();
            return rows.getInt(1) >= MANY;
        }
    }

    /** So many are in the agenda and all others are called off. */
    private void show(int number) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    update crm.edition e set state = wanted.state
                      from (select e.id, case when row_number() over (order by md5(e.uuid::text)) <= %d
                                              then 'OPEN' else 'CANCELLED' end as state
                              from crm.edition e join crm.course c on c.id = e.course_id
                             where c.title like 'Meetcursus %%') wanted
                     where wanted.id = e.id and wanted.state <> e.state""".formatted(number));
            statement.execute("vacuum analyze crm.edition");
        }
    }

    /** The page as it is now, as text in a page of another application. */
    private void deployFixed() throws IOException, InterruptedException {
        if (Files.exists(deployments.resolve("fixed.war.deployed"))) {
            return;
        }
        String html = new String(new Visitor(PAGE).get(), StandardCharsets.UTF_8)
                .replaceAll("(?s)^.*?(?=<!DOCTYPE)", "")
                .replaceAll("(?s)</html>.*$", "</html>")
                .replaceAll("\r\n[0-9a-f]+\r\n", "");
        try (ZipOutputStream war = new ZipOutputStream(Files.newOutputStream(deployments.resolve("fixed.war")))) {
            entry(war, "text.xhtml", html);
            entry(war, "fixed.xhtml", html.replaceAll("(?s)<ul class=\"k-cards\">.*?</ul>", ROWS.replace("$", "\\$")));
            entry(war, "WEB-INF/classes/rows.txt", rows(html));
            for (Class<?> type : List.of(FixedRows.class, FixedRows.Row.class)) {
                String file = type.getName().replace('.', '/') + ".class";
                war.putNextEntry(new ZipEntry("WEB-INF/classes/" + file));
                war.write(type.getResourceAsStream("/" + file).readAllBytes());
                war.closeEntry();
            }
            entry(war, "WEB-INF/beans.xml", """
                    <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated"/>""");
            entry(war, "WEB-INF/web.xml", """
                    <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                      <context-param><param-name>jakarta.faces.PROJECT_STAGE</param-name><param-value>Production</param-value></context-param>
                      <servlet><servlet-name>faces</servlet-name><servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class></servlet>
                      <servlet-mapping><servlet-name>faces</servlet-name><url-pattern>*.xhtml</url-pattern></servlet-mapping>
                    </web-app>""");
            entry(war, "WEB-INF/faces-config.xml", """
                    <faces-config xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"/>""");
        }
        Files.createFile(deployments.resolve("fixed.war.dodeploy"));
        for (int waited = 0; !Files.exists(deployments.resolve("fixed.war.deployed")); waited++) {
            if (waited > 600) {
                throw new IllegalStateException("the fixed page was not deployed");
            }
            Thread.sleep(100);
        }
    }

    /** The cells of each row, a row a line. */
    private static String rows(String html) {
        return Jsoup.parse(html).select("ul.k-cards > li").stream()
                .map(row -> Stream.concat(
                                Stream.of(row.className(), row.select("a").attr("href"), row.select("a").text()),
                                Stream.concat(
                                        row.select("p").eachText().stream().limit(1),
                                        Stream.of(
                                                row.select("p").get(1).text(),
                                                row.select("p").get(2).text(),
                                                row.select("p").get(3).text(),
                                                row.select("p").get(4).text(),
                                                row.select("span").attr("class"),
                                                row.select("span").text())))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private static void entry(ZipOutputStream war, String name, String text) throws IOException {
        war.putNextEntry(new ZipEntry(name));
        war.write(text.getBytes(StandardCharsets.UTF_8));
        war.closeEntry();
    }

    private Measured measure(What what, long nanos) throws Exception {
        double serverBefore = ticks(Path.of("/proc/" + server));
        double databaseBefore = ofDatabase();
        double clientBefore = ownSeconds();
        long began = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<Integer>> counts = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            counts.add(threads.submit(() -> {
                try (Visitor visitor = new Visitor(pathOf(what))) {
                    int pages = 0;
                    for (; System.nanoTime() - began < nanos; pages++) {
                        visitor.get();
                    }
                    return pages;
                }
            }));
        }
        int pages = 0;
        for (Future<Integer> count : counts) {
            pages += count.get();
        }
        threads.shutdown();
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Measured(
                pages,
                pages / seconds,
                (ticks(Path.of("/proc/" + server)) - serverBefore) / TICKS * 1000 / pages,
                (ofDatabase() - databaseBefore) / TICKS * 1000 / pages,
                (ownSeconds() - clientBefore) / seconds);
    }

    private static String pathOf(What what) {
        return switch (what) {
            case TEXT -> "/fixed/text.xhtml";
            case FIXED -> "/fixed/fixed.xhtml";
            default -> PAGE;
        };
    }

    /** Asks for one page again and again over one connection, at hardly any cost of its own. */
    private final class Visitor implements AutoCloseable {

        private final Socket socket;
        private final InputStream in;
        private final byte[] question;
        private final byte[] answer = new byte[1 << 20];

        Visitor(String path) throws IOException {
            socket = new Socket(address.getHost(), address.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            question = ("GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority()
                            + "\r\nAccept-Language: nl\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }

        /** The answer from its first line to its last byte. */
        byte[] get() throws IOException {
            socket.getOutputStream().write(question);
            int length = 0;
            int whole = Integer.MAX_VALUE;
            while (length < whole) {
                int read = in.read(answer, length, answer.length - length);
                if (read < 0) {
                    throw new IOException("the server hung up");
                }
                length += read;
                whole = whole == Integer.MAX_VALUE ? end(length) : whole;
            }
            if (answer[9] != '2') {
                throw new IOException(new String(answer, 0, Math.min(length, 200), StandardCharsets.UTF_8));
            }
            return java.util.Arrays.copyOf(answer, length);
        }

        /** Where the answer ends, as far as is known yet. */
        private int end(int length) {
            int body = 3;
            while (body < length
                    && !(answer[body - 3] == '\r'
                            && answer[body - 2] == '\n'
                            && answer[body - 1] == '\r'
                            && answer[body] == '\n')) {
                body++;
            }
            String head = new String(answer, 0, Math.min(body, length), StandardCharsets.US_ASCII);
            int at = head.indexOf("Content-Length: ");
            if (at >= 0 && body < length) {
                return body
                        + 1
                        + Integer.parseInt(
                                head.substring(at + 16).split("\r\n")[0].strip());
            }
            boolean last = length > 5
                    && answer[length - 5] == '0'
                    && answer[length - 4] == '\r'
                    && answer[length - 3] == '\n'
                    && answer[length - 2] == '\r'
                    && answer[length - 1] == '\n';
            return last ? length : Integer.MAX_VALUE;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private double ofDatabase() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .filter(process -> parent(process).equals(database))
                    .mapToDouble(AgendaPageOverHttp::ticks)
                    .sum();
        } catch (UncheckedIOException gone) {
            return 0;
        }
    }

    private static String parent(Path process) {
        String[] cells = cells(process);
        return cells.length > 1 ? cells[1] : "";
    }

    private static double ticks(Path process) {
        String[] cells = cells(process);
        return cells.length > 12 ? Long.parseLong(cells[11]) + Long.parseLong(cells[12]) : 0;
    }

    private static String[] cells(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (IOException gone) {
            return new String[0];
        }
    }

    private static double ownSeconds() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                        .getProcessCpuTime()
                / 1e9;
    }
}
