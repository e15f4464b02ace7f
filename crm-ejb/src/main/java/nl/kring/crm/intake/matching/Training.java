package nl.kring.crm.intake.matching;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Learns a model from records of which nobody knows who is who: u from pairs drawn at random, m by expectation and
 * maximisation (Fellegi and Sunter 1969, Winkler 1988). That is done once for each identifier among the pairs that have it in
 * common, of which most are one person, and without looking at it; what a field says is the mean of those that looked at it.
 */
public final class Training {

    /** Below this there are too few pairs to learn from. */
    public static final int FEWEST = 1000;

    private static final int RANDOM_PAIRS = 2_000_000;
    private static final int ROUNDS = 60;
    private static final double ENOUGH = 1e-6;
    private static final double SMOOTHED = 0.5;
    private static final double MOST = 0.999;
    private static final int FEWEST_PAIRS = 100;
    private static final List<Level> SESSIONS =
            List.of(Level.BIG_EQUAL, Level.AGB_EQUAL, Level.NUMBER_EQUAL, Level.MOBILE_EQUAL, Level.EMAIL_EQUAL);
    private static final int BITS = 4;

    private final Records records;
    private final Model start;

    private Training(Records records, Model start) {
        this.records = records;
        this.start = start;
    }

    static Model learn(Records records, Model start, String version) {
        Training training = new Training(records, start);
        Map<Level, Double> two = training.apart();
        Map<Level, Double> one = training.together(two);
        return new Model(version, training.twice(), one, two);
    }

    private Map<Level, Double> apart() {
        Random chance = new Random(20_260_302);
        Comparison comparison = new Comparison(records);
        double[] counts = new double[Level.ALL.length];
        for (int pair = 0; pair < RANDOM_PAIRS; pair++) {
            int one = chance.nextInt(records.size);
            int other = chance.nextInt(records.size);
            comparison.compare(one, other);
            if (one != other && !mayBeOne(comparison)) {
                for (Level level : comparison.levels) {
                    if (level != null) {
                        counts[level.ordinal()]++;
                    }
                }
            }
        }
        return known(counts, start.two());
    }

    private Map<Level, Double> together(Map<Level, Double> two) {
        Map<Long, double[]> patterns = patterns();
        double[] counts = new double[Level.ALL.length];
        for (Level shared : SESSIONS) {
            Map<Long, double[]> those = new HashMap<>();
            double pairs = 0;
            for (Map.Entry<Long, double[]> pattern : patterns.entrySet()) {
                if (level(pattern.getKey(), shared.field().ordinal()) == shared) {
                    those.put(pattern.getKey(), pattern.getValue());
                    pairs += pattern.getValue()[0];
                }
            }
            if (pairs >= FEWEST_PAIRS) {
                double[] found = session(those, shared.field(), two);
                for (int level = 0; level < counts.length; level++) {
                    counts[level] += found[level];
                }
            }
        }
        return known(counts, start.one());
    }

    /** How much rarer pairs that share an identifier are inside one register than between two, in bits. */
    private double twice() {
        Map<Integer, Integer> sizes = new HashMap<>();
        for (int register : records.register) {
            sizes.merge(register, 1, Integer::sum);
        }
        double inside = sizes.values().stream()
                .mapToDouble(size -> size * (size - 1.0) / 2)
                .sum();
        double between = records.size * (records.size - 1.0) / 2 - inside;
        Comparison comparison = new Comparison(records);
        double found = SMOOTHED;
        double foundBetween = SMOOTHED;
        for (long pair : Blocks.pairs(records)) {
            int one = (int) (pair >>> 32);
            int other = (int) pair;
            comparison.compare(one, other);
            if (mayBeOne(comparison)) {
                found += records.register[one] == records.register[other] ? 1 : 0;
                foundBetween += records.register[one] == records.register[other] ? 0 : 1;
            }
        }
        return between == 0 ? 0 : Math.min(0, Model.log2(found / inside / (foundBetween / between)));
    }

    /** Whoever is drawn twice, or is there twice, says nothing of strangers. */
    private boolean mayBeOne(Comparison comparison) {
        double bits = -Model.log2(records.size);
        for (int field = 0; field < Field.ALL.length; field++) {
            bits += start.weight(comparison.levels[field], comparison.shares[field]);
        }
        return bits > 0;
    }

    /** What is seen too seldom is taken from before. */
    private static Map<Level, Double> known(double[] counts, Map<Level, Double> before) {
        Map<Level, Double> known = shares(counts);
        for (Field field : Field.ALL) {
            double seen = 0;
            for (Level level : LEVELS[field.ordinal()]) {
                seen += counts[level.ordinal()];
            }
            if (seen < FEWEST_PAIRS) {
                field.levels().forEach(level -> known.put(level, before.get(level)));
            }
        }
        return known;
    }

    /** How often each level is expected among the pairs of one person, of those that share a value in one field. */
    private double[] session(Map<Long, double[]> patterns, Field without, Map<Level, Double> two) {
        Map<Level, Double> one = new EnumMap<>(start.one());
        double part = 0.9;
        double[] counts = new double[Level.ALL.length];
        for (int round = 0; round < ROUNDS; round++) {
            counts = new double[Level.ALL.length];
            double sum = 0;
            double all = 0;
            Model model = new Model("", 0, one, two);
            for (Map.Entry<Long, double[]> pattern : patterns.entrySet()) {
                double bits = Model.log2(part / (1 - part));
                for (int field = 0; field < Field.ALL.length; field++) {
                    if (field != without.ordinal()) {
                        bits += model.weight(level(pattern.getKey(), field), 0);
                    }
                }
                double same = 1 / (1 + Math.pow(2, -bits));
                double number = pattern.getValue()[0];
                sum += same * number;
                all += number;
                for (int field = 0; field < Field.ALL.length; field++) {
                    Level level = level(pattern.getKey(), field);
                    if (level != null && field != without.ordinal()) {
                        counts[level.ordinal()] += same * number;
                    }
                }
            }
            part = Math.min(sum / all, MOST);
            Map<Level, Double> next = shares(counts);
            double moved = 0;
            for (Level level : Level.ALL) {
                moved = Math.max(moved, Math.abs(next.get(level) - one.get(level)));
            }
            one = next;
            if (moved < ENOUGH) {
                break;
            }
        }
        return counts;
    }

    private Map<Long, double[]> patterns() {
        Map<Long, double[]> patterns = new HashMap<>();
        Comparison comparison = new Comparison(records);
        for (long pair : Blocks.pairs(records)) {
            comparison.compare((int) (pair >>> 32), (int) pair);
            long pattern = 0;
            for (int field = 0; field < Field.ALL.length; field++) {
                Level level = comparison.levels[field];
                long place = level == null ? 0 : Field.ALL[field].levels().indexOf(level) + 1;
                pattern |= place << field * BITS;
            }
            patterns.computeIfAbsent(pattern, any -> new double[1])[0]++;
        }
        return patterns;
    }

    private static Level level(long pattern, int field) {
        int place = (int) (pattern >>> field * BITS & (1 << BITS) - 1);
        return place == 0 ? null : LEVELS[field][place - 1];
    }

    private static final Level[][] LEVELS = new Level[Field.ALL.length][];

    static {
        for (Field field : Field.ALL) {
            LEVELS[field.ordinal()] = field.levels().toArray(Level[]::new);
        }
    }

    private static Map<Level, Double> shares(double[] counts) {
        Map<Level, Double> shares = new EnumMap<>(Level.class);
        for (Level[] levels : LEVELS) {
            double all = 0;
            for (Level level : levels) {
                all += counts[level.ordinal()] + SMOOTHED;
            }
            for (Level level : levels) {
                shares.put(level, (counts[level.ordinal()] + SMOOTHED) / all);
            }
        }
        return shares;
    }
}
