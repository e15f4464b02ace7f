package nl.kring.crm.whole;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * How long the pages take on which a clerk looks for somebody, in a product that runs: address of the product, number of the
 * server's process, and of the first process of its PostgreSQL. Each page with its rows beside the same page without any; rounds in random order, and the processor time
 * of both.
 */
public final class PersonSearchOverHttp {

    private static final int ROUNDS = 6;
    private static final int REQUESTS = 60;
    private static final List<String> NAMES =
            List.of("jansen", "berg", "bakker", "vries", "dijk", "visser", "smit", "mulder", "meijer", "bos");

    private final String address;
    private final long server;
    private final String database;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final Random chance = new Random(3);

    private PersonSearchOverHttp(String address, long server, String database) {
        this.address = address;
        this.server = server;
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        new PersonSearchOverHttp(arguments[0], Long.parseLong(arguments[1]), arguments[2]).run();
    }

    private void run() throws Exception {
        signIn();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("search box", "/registry/search.xhtml?q=");
        pages.put("list of persons", "/registry/find-person.xhtml?q=");
        long until = System.nanoTime() + 20_000_000_000L;
        while (System.nanoTime() < until) {
            for (String page : pages.values()) {
                get(page + name());
                get(page + "zzqxw");
            }
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            List<Double> with = new ArrayList<>();
            List<Double> without = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            double busy = 0;
            for (int round = 0; round < ROUNDS; round++) {
                boolean rowsFirst = chance.nextBoolean();
                if (!rowsFirst) {
                    without.addAll(times(page.getValue(), false));
                }
                double before = busy();
                List<Double> these = times(page.getValue(), true);
                busy += busy() - before;
                with.addAll(these);
                if (rowsFirst) {
                    without.addAll(times(page.getValue(), false));
                }
                ratios.add(at(these, 0.95) / at(without.subList(without.size() - REQUESTS, without.size()), 0.95));
            }
            Collections.sort(ratios);
            System.out.printf(
                    "%-16s with rows p50 %.1f p95 %.1f ms, without p50 %.1f p95 %.1f ms, p95 ratio %.2f (%.2f to %.2f), processor %.1f ms a request%n",
                    page.getKey(),
                    at(with, 0.5),
                    at(with, 0.95),
                    at(without, 0.5),
                    at(without, 0.95),
                    at(ratios, 0.5),
                    ratios.get(0),
                    ratios.get(ratios.size() - 1),
                    busy * 1000 / ROUNDS / REQUESTS);
        }
    }

    private List<Double> times(String page, boolean rows) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            String question = page + (rows ? name() : "zzqxw");
            long began = System.nanoTime();
            get(question);
            times.add((System.nanoTime() - began) / 1e6);
        }
        return times;
    }

    private String name() {
        return NAMES.get(chance.nextInt(NAMES.size()));
    }

    private String get(String path) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() != 200 || answer.uri().getPath().contains("sign-in")) {
            throw new IllegalStateException(path + " " + answer.statusCode());
        }
        return answer.body();
    }

    private void signIn() throws Exception {
        String page = client.send(
                        HttpRequest.newBuilder(URI.create(address + "/security/sign-in.xhtml"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        String state = Jsoup.parse(page)
                .selectFirst("input[name=jakarta.faces.ViewState]")
                .val();
        client.send(
                HttpRequest.newBuilder(URI.create(address + "/security/sign-in.xhtml"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", address)
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "sign-in=sign-in&sign-in%3Asubmit=&sign-in%3Aemail=fea%40example.nl&sign-in%3Apassword="
                                        + Screens.PASSWORD + "&jakarta.faces.ViewState="
                                        + java.net.URLEncoder.encode(state, StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Seconds of processor of the server and of the processes of its database. */
    private double busy() throws IOException {
        double ticks = ticks(Path.of("/proc/" + server));
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            for (Path process : all.filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList()) {
                if (parent(process).equals(database)) {
                    ticks += ticks(process);
                }
            }
        }
        return ticks / 100;
    }

    private static String parent(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[1];
        } catch (IOException gone) {
            return "";
        }
    }

    private static double ticks(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String[] cells = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(cells[11]) + Long.parseLong(cells[12]);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static double at(List<Double> times, double share) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
    }
}
