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
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.kring.crm.agenda.calendar.ManyEditions;

/**
 * What the public agenda costs in a product that runs ({@code ./mvnw -Prun}), with 5,000 editions to come and with 50, beside
 * the same HTML as a Facelets page that holds nothing but that text. Arguments: address of the product; number of the
 * server's process, and of the first process of its PostgreSQL; address of the database; the folder from which the server
 * takes what is to be deployed. Rounds in random order. It leaves 5,000 editions behind: start the product anew afterwards.
 */
public final class AgendaPageOverHttp {

    private static final int MANY = 5_000;
    private static final int FEW = 50;
    private static final int ROUNDS = 6;
    private static final int CLIENTS = 4;
    private static final long ROUND = 4_000_000_000L;
    private static final int WARM_PAGES = 3_000;
    private static final String PAGE = "/agenda/browse-agenda.xhtml";
    private static final double TICKS = 100;

    private enum What {
        FIXED,
        MANY,
        FEW
    }

    private record Measured(int pages, double perSecond, double server, double database, double client) {}

    private final URI address;
    private final long server;
    private final String database;
    private final Connection connection;
    private final Path deployments;
    private final Random chance = new Random(5);

    private AgendaPageOverHttp(String[] arguments) throws SQLException {
        address = URI.create(arguments[0]);
        server = Long.parseLong(arguments[1]);
        database = arguments[2];
        connection = DriverManager.getConnection(arguments[3], "crm_owner", nl.kring.crm.database.CrmDatabase.PASSWORD);
        deployments = Path.of(arguments[4]);
    }

    public static void main(String[] arguments) throws Exception {
        new AgendaPageOverHttp(arguments).run();
    }

    private void run() throws Exception {
        fill();
        show(MANY);
        deployFixed();
        for (int warm = 0; warm < WARM_PAGES; ) {
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
        String html = new String(new Visitor(PAGE).get(), StandardCharsets.UTF_8)
                .replaceAll("(?s)^.*?(?=<!DOCTYPE)", "")
                .replaceAll("(?s)</html>.*$", "</html>")
                .replaceAll("\r\n[0-9a-f]+\r\n", "");
        try (ZipOutputStream war = new ZipOutputStream(Files.newOutputStream(deployments.resolve("fixed.war")))) {
            entry(war, "fixed.xhtml", html);
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
                try (Visitor visitor = new Visitor(what == What.FIXED ? "/fixed/fixed.xhtml" : PAGE)) {
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
