package nl.kring.crm.intake.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Joins records into clusters, the surest first, and looks again at what was joined: what two records leave open, all
 * records of two clusters may tell. A cluster is known by its first record.
 */
final class Clusters {

    private final Records records;
    private final Model model;
    private final Scales scales;
    private final double prior;
    private final Comparison comparison;
    private final int[] parent;
    private final Map<Integer, int[]> members = new HashMap<>();
    private final Map<Integer, Set<Integer>> apart = new HashMap<>();

    /** Two clusters by their first records, and what is thought of them. */
    record Pair(int one, int other, Verdict verdict) {}

    Clusters(Records records, Model model, double prior) {
        this.records = records;
        this.model = model;
        this.scales = new Scales(model);
        this.prior = prior;
        this.comparison = new Comparison(records);
        this.parent = new int[records.size];
        Arrays.setAll(parent, at -> at);
    }

    /** These are one person, whatever else. */
    void join(int one, int other) {
        int a = first(one);
        int b = first(other);
        if (a != b) {
            int head = Math.min(a, b);
            int[] of = members(a);
            int[] more = members(b);
            int[] both = Arrays.copyOf(of, of.length + more.length);
            System.arraycopy(more, 0, both, of.length, more.length);
            Arrays.sort(both);
            members.remove(a);
            members.remove(b);
            members.put(head, both);
            parent[Math.max(a, b)] = head;
        }
    }

    /** These are two persons, whatever else. */
    void keepApart(int one, int other) {
        apart.computeIfAbsent(one, any -> new HashSet<>()).add(other);
        apart.computeIfAbsent(other, any -> new HashSet<>()).add(one);
    }

    int first(int record) {
        int at = record;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    int[] members(int first) {
        int[] many = members.get(first);
        return many == null ? new int[] {first} : many;
    }

    /**
     * Joins what is sure.
     *
     * @param edges pairs of records that may be one person
     * @return the pairs of clusters that somebody should look at, the most doubtful first
     */
    List<Pair> grow(long[] edges) {
        Map<Long, Verdict> open = new HashMap<>();
        BitSet changed = new BitSet();
        changed.set(0, records.size);
        while (!changed.isEmpty()) {
            changed = joinSure(weighed(edges, changed, open));
        }
        return open.entrySet().stream()
                .map(entry ->
                        new Pair((int) (entry.getKey() >>> 32), entry.getKey().intValue(), entry.getValue()))
                .filter(pair -> first(pair.one()) == pair.one() && first(pair.other()) == pair.other())
                .filter(pair -> mayJoin(pair.one(), pair.other()))
                .sorted(Comparator.comparingDouble(
                                (Pair pair) -> Math.abs(pair.verdict().bits()))
                        .thenComparingInt(Pair::one)
                        .thenComparingInt(Pair::other))
                .toList();
    }

    /** Weighs the pairs of clusters of which one is another than before, and answers those that are sure. */
    private List<Pair> weighed(long[] edges, BitSet changed, Map<Long, Verdict> open) {
        Longs keys = new Longs();
        for (long edge : edges) {
            int one = first((int) (edge >>> 32));
            int other = first((int) edge);
            if (one != other && (changed.get(one) || changed.get(other))) {
                keys.add((long) Math.min(one, other) << 32 | Math.max(one, other));
            }
        }
        List<Pair> sure = new ArrayList<>();
        for (long key : keys.distinct()) {
            int one = (int) (key >>> 32);
            int other = (int) key;
            Verdict verdict = weigh(members(one), members(other));
            if (verdict.doubtful()) {
                open.put(key, verdict);
            } else {
                open.remove(key);
            }
            if (verdict.sure() && mayJoin(one, other)) {
                sure.add(new Pair(one, other, verdict));
            }
        }
        return sure;
    }

    /** Answers which clusters grew, or wait for one that did. */
    private BitSet joinSure(List<Pair> sure) {
        sure.sort(Comparator.comparingDouble((Pair pair) -> -pair.verdict().bits())
                .thenComparingInt(Pair::one)
                .thenComparingInt(Pair::other));
        BitSet touched = new BitSet();
        BitSet grown = new BitSet();
        for (Pair pair : sure) {
            if (!touched.get(pair.one()) && !touched.get(pair.other())) {
                join(pair.one(), pair.other());
            }
            grown.set(first(pair.one()));
            grown.set(first(pair.other()));
            touched.set(pair.one());
            touched.set(pair.other());
        }
        return grown;
    }

    private boolean mayJoin(int one, int other) {
        if (apart.isEmpty()) {
            return true;
        }
        for (int a : members(one)) {
            Set<Integer> others = apart.get(a);
            if (others != null && Arrays.stream(members(other)).anyMatch(others::contains)) {
                return false;
            }
        }
        return true;
    }

    Verdict weigh(int[] one, int[] other) {
        int fields = Field.ALL.length;
        Level[] levels = new Level[fields];
        double[] weights = new double[fields];
        double[] shares = new double[fields];
        double worst = Double.MAX_VALUE;
        boolean oneRegister = false;
        for (int a : one) {
            for (int b : other) {
                comparison.compare(a, b);
                oneRegister |= records.register[a] == records.register[b];
                double bits = prior;
                for (int field = 0; field < fields; field++) {
                    Level level = comparison.levels[field];
                    if (level != null) {
                        double weight = scales.weight(comparison, field);
                        bits += weight;
                        if (levels[field] == null || weight > weights[field]) {
                            levels[field] = level;
                            weights[field] = weight;
                            shares[field] = comparison.shares[field];
                        }
                    }
                }
                worst = Math.min(worst, bits);
            }
        }
        double bits = prior + (oneRegister ? model.twice() : 0);
        for (double weight : weights) {
            bits += weight;
        }
        return new Verdict(bits, levels, weights, shares, oneRegister, worst);
    }
}
