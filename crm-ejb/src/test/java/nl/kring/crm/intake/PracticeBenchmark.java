package nl.kring.crm.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How right the practices of rows are, on folders with registers and the truth about them, through the import and the database.
 *
 * <p>The true practice of a row is decided by what its own columns carry, as its person may have moved: the practice with its
 * AGB code; else the only one with its name and postcode; else with its name and telephone; else the only one of that name;
 * else the only one of that name whose postcode differs in one digit; else the one of that name where its person works. Rows that name no practice, and those of which the truth
 * cannot be told so, like a common name with a home address, do not count.
 */
public final class PracticeBenchmark {

    private PracticeBenchmark() {}

    /** Pairs of rows: truly of one practice, linked to one rightly, linked to one wrongly. */
    record Score(int rows, int linked, int practices, long all, long right, long wrong) {

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return all == 0 ? 1 : (double) right / all;
        }
    }

    public static void main(String[] folders) throws Exception {
        double precision = 0;
        double recall = 0;
        double least = 1;
        for (String folder : folders) {
            IntakeFixture.reset();
            bringIn(Path.of(folder));
            Score score = score(truth(new RegistersOnDisk(Path.of(folder))));
            System.out.printf(
                    "%-14s rows with a known practice %d, linked %d, practices %d | P %.5f R %.4f, pairs wrong %d missed %d%n",
                    Path.of(folder).getFileName(),
                    score.rows(),
                    score.linked(),
                    score.practices(),
                    score.precision(),
                    score.recall(),
                    score.wrong(),
                    score.all() - score.right());
            precision += score.precision() / folders.length;
            recall += score.recall() / folders.length;
            least = Math.min(least, score.precision());
        }
        System.out.printf("mean of %d: P %.5f (least %.5f) R %.4f%n", folders.length, precision, least, recall);
        System.exit(0);
    }

    private static void bringIn(Path folder) throws IOException {
        for (String code :
                System.getProperty("bench.order", "FEA THOON CHPA SHT LHV").split(" ")) {
            try (Stream<Path> files = Files.list(folder.resolve("sources"))) {
                for (Path file : files.filter(
                                each -> each.getFileName().toString().startsWith(code + "_"))
                        .toList()) {
                    ImportRun run = IntakeFixture.bringIn(code, Files.readAllBytes(file), ImportMode.AUTO);
                    if (run.getState() != ImportState.DONE) {
                        throw new IllegalStateException(code + " " + run.getFailure());
                    }
                }
            }
        }
    }

    private static PracticeTruth truth(RegistersOnDisk registers) {
        return new PracticeTruth(
                registers.truth("practices.csv"), registers.truth("persons.csv"), registers.truth("links.csv"));
    }

    static Score score(PracticeTruth truth) {
        Map<String, Map<String, Integer>> cells = new TreeMap<>();
        int rows = 0;
        int linked = 0;
        Map<String, List<String>> shown = new HashMap<>();
        for (String line : IntakeFixture.rows("""
                select coalesce(r.workplace_id::text, '-' || r.id), coalesce(r.practice_agb, ''), coalesce(r.practice_name, ''),
                       coalesce(r.postcode, ''), coalesce(r.phone, ''), coalesce(r.place, ''), r.register_code || ' ' || r.source_key
                  from crm.source_record r""")) {
            String[] row = line.split("\\|", -1);
            String practice = truth.of(row[6], row[1], row[2], row[3], row[4]);
            if (practice != null) {
                rows++;
                linked += row[0].startsWith("-") ? 0 : 1;
                cells.computeIfAbsent(practice, any -> new TreeMap<>()).merge(row[0], 1, Integer::sum);
                shown.computeIfAbsent(row[0], any -> new ArrayList<>()).add(practice + " " + line);
            }
        }
        Map<String, Integer> found = new HashMap<>();
        long all = 0;
        long right = 0;
        for (Map<String, Integer> practice : cells.values()) {
            all += pairs(practice.values().stream().mapToInt(Integer::intValue).sum());
            for (Map.Entry<String, Integer> cell : practice.entrySet()) {
                right += pairs(cell.getValue());
                found.merge(cell.getKey(), cell.getValue(), Integer::sum);
            }
        }
        long together =
                found.values().stream().mapToLong(PracticeBenchmark::pairs).sum();
        if (Boolean.getBoolean("bench.wrong")) {
            tell(cells, shown);
        }
        return new Score(rows, linked, found.size(), all, right, together - right);
    }

    private static void tell(Map<String, Map<String, Integer>> cells, Map<String, List<String>> shown) {
        shown.forEach((linked, rows) -> {
            if (rows.stream().map(row -> row.split(" ")[0]).distinct().count() > 1) {
                System.out.println("WRONG " + linked);
                rows.forEach(row -> System.out.println("   " + row));
            }
        });
        cells.forEach((practice, linked) -> {
            if (linked.size() > 1) {
                System.out.println("APART " + practice);
                Collection<String> most = List.of(linked.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey());
                linked.keySet()
                        .forEach(each -> shown.get(each).stream()
                                .limit(most.contains(each) ? 2 : 5)
                                .forEach(row -> System.out.println("   " + row)));
            }
        });
    }

    private static long pairs(long rows) {
        return rows * (rows - 1) / 2;
    }
}
