package nl.kring.crm.intake;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.intake.matching.Matching;
import nl.kring.crm.intake.matching.Model;

/**
 * How right and how fast matching is on folders with registers and the truth about them, or on a file of FEBRL: all at once,
 * one register after the other in two orders, and after a clerk who knows the truth has answered every doubt.
 */
public final class MatchingBenchmark {

    private static final Map<String, List<Score>> TURNS = new HashMap<>();
    private static final int FEW_ENOUGH_TO_ASK = 500_000;

    private MatchingBenchmark() {}

    /** Pairs of records: truly one person, joined rightly, joined wrongly. */
    record Score(long all, long right, long wrong, double exact) {

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return all == 0 ? 1 : (double) right / all;
        }
    }

    public static void main(String[] folders) throws Exception {
        for (String folder : folders) {
            boolean febrl = folder.endsWith(".csv");
            RegistersOnDisk registers = new RegistersOnDisk(Path.of(folder));
            List<Claim> claims = febrl ? Febrl.claims(Path.of(folder)) : registers.claims();
            Map<String, String> truth = febrl ? Febrl.persons(claims) : registers.persons();
            Model model = febrl ? new Matching(Model.SHIPPED).learn(claims, "learned") : Model.SHIPPED;
            Matching matching = new Matching(model);
            long began = System.nanoTime();
            long beganBusy = busy();
            Matching.Outcome first = matching.place(claims, List.of());
            double took = (System.nanoTime() - began) / 1e9;
            double worked = (busy() - beganBusy) / 1e9;
            Score automatic = score(first.groups(), truth);
            if (febrl) {
                evenOdds(matching, claims, truth);
            }
            for (String order : List.of("FEA THOON CHPA SHT LHV", "LHV SHT CHPA THOON FEA")) {
                if (!febrl && claims.size() < 50_000) {
                    inTurns(order, claims, matching, truth);
                }
            }
            List<Matching.Decision> decisions = new ArrayList<>();
            Matching.Outcome now = first;
            int asked = 0;
            int same = 0;
            while (!now.doubts().isEmpty() && claims.size() < FEW_ENOUGH_TO_ASK) {
                for (Matching.Doubt doubt : now.doubts()) {
                    Claim one = doubt.one().get(0);
                    Claim other = doubt.other().get(0);
                    boolean onePerson = truth.get(name(one)).equals(truth.get(name(other)));
                    asked++;
                    same += onePerson ? 1 : 0;
                    for (Claim a : onePerson ? doubt.one().subList(0, 1) : doubt.one()) {
                        for (Claim b : onePerson ? doubt.other().subList(0, 1) : doubt.other()) {
                            decisions.add(new Matching.Decision(name(a), name(b), onePerson));
                        }
                    }
                }
                now = matching.place(claims, decisions);
            }
            Score reviewed = score(now.groups(), truth);
            if (Boolean.getBoolean("bench.wrong")) {
                wrong(now.groups(), truth);
            }
            System.out.printf(
                    "%-40s rows %d  automatic P %.5f R %.4f wrong %d | asked %d (%.1f%% of rows, %.0f%% true) | reviewed P %.5f R %.4f exact %.4f | %.2f s, %.2f s of processor%n",
                    Path.of(folder).getFileName(),
                    claims.size(),
                    automatic.precision(),
                    automatic.recall(),
                    automatic.wrong(),
                    first.doubts().size(),
                    100.0 * first.doubts().size() / claims.size(),
                    100.0 * same / Math.max(1, asked),
                    reviewed.precision(),
                    reviewed.recall(),
                    reviewed.exact(),
                    took,
                    worked);
        }
        TURNS.forEach((order, scores) -> System.out.printf(
                "mean of %d, %s: P %.5f R %.4f%n",
                scores.size(),
                order,
                scores.stream().mapToDouble(Score::precision).average().orElse(0),
                scores.stream().mapToDouble(Score::recall).average().orElse(0)));
    }

    /** One register after the other, as deliveries come. */
    private static void inTurns(String order, List<Claim> claims, Matching matching, Map<String, String> truth) {
        List<Claim> known = new ArrayList<>();
        Matching.Outcome outcome = null;
        for (String register : order.split(" ")) {
            List<Claim> news = claims.stream()
                    .filter(claim -> claim.register().equals(register))
                    .toList();
            List<Claim> all = new ArrayList<>(known);
            all.addAll(news);
            outcome = matching.place(all, List.of(), news);
            known.clear();
            long person = 0;
            for (List<Claim> group : outcome.groups()) {
                person++;
                for (Claim claim : group) {
                    known.add(claim.of(person));
                }
            }
        }
        Score score = score(outcome.groups(), truth);
        if (Boolean.getBoolean("bench.wrong")) {
            wrong(outcome.groups(), truth);
        }
        TURNS.computeIfAbsent(order, any -> new ArrayList<>()).add(score);
        System.out.printf("   %s: P %.5f R %.4f wrong %d%n", order, score.precision(), score.recall(), score.wrong());
    }

    /** Everything joined that is likelier one person than two. */
    private static void evenOdds(Matching matching, List<Claim> claims, Map<String, String> truth) {
        List<Matching.Decision> decisions = new ArrayList<>();
        Matching.Outcome now = matching.place(claims, decisions);
        List<Matching.Doubt> likely = likely(now);
        while (!likely.isEmpty()) {
            likely.forEach(doubt -> decisions.add(new Matching.Decision(
                    name(doubt.one().get(0)), name(doubt.other().get(0)), true)));
            now = matching.place(claims, decisions);
            likely = likely(now);
        }
        Score score = score(now.groups(), truth);
        if (Boolean.getBoolean("bench.wrong")) {
            wrong(now.groups(), truth);
        }
        System.out.printf(
                "   at even odds: P %.5f R %.5f F1 %.5f%n",
                score.precision(),
                score.recall(),
                2 * score.precision() * score.recall() / (score.precision() + score.recall()));
    }

    private static long busy() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static List<Matching.Doubt> likely(Matching.Outcome outcome) {
        return outcome.doubts().stream()
                .filter(doubt -> doubt.verdict().bits() > 0)
                .toList();
    }

    private static void wrong(List<List<Claim>> groups, Map<String, String> truth) {
        Map<String, List<List<Claim>>> of = new HashMap<>();
        for (List<Claim> group : groups) {
            if (group.stream().map(claim -> truth.get(name(claim))).distinct().count() > 1) {
                System.out.println("WRONG");
                group.forEach(claim -> System.out.println("   " + truth.get(name(claim)) + " " + claim));
            }
            of.computeIfAbsent(truth.get(name(group.get(0))), any -> new ArrayList<>())
                    .add(group);
        }
        of.values().stream().filter(parts -> parts.size() > 1).forEach(parts -> {
            System.out.println("MISSED");
            parts.forEach(part -> part.forEach(claim -> System.out.println("   " + parts.indexOf(part) + " " + claim)));
        });
    }

    static String name(Claim claim) {
        return Matching.name(claim.register(), claim.key());
    }

    static Score score(List<List<Claim>> groups, Map<String, String> truth) {
        Map<String, Integer> sizes = new HashMap<>();
        truth.values().forEach(person -> sizes.merge(person, 1, Integer::sum));
        long all =
                sizes.values().stream().mapToLong(n -> (long) n * (n - 1) / 2).sum();
        long right = 0;
        long joined = 0;
        int exact = 0;
        for (List<Claim> group : groups) {
            Map<String, Integer> inside = new HashMap<>();
            group.forEach(claim -> inside.merge(truth.getOrDefault(name(claim), "?"), 1, Integer::sum));
            right += inside.values().stream()
                    .mapToLong(n -> (long) n * (n - 1) / 2)
                    .sum();
            joined += (long) group.size() * (group.size() - 1) / 2;
            if (inside.size() == 1
                    && sizes.getOrDefault(inside.keySet().iterator().next(), 0) == group.size()) {
                exact++;
            }
        }
        return new Score(all, right, joined - right, (double) exact / sizes.size());
    }
}
