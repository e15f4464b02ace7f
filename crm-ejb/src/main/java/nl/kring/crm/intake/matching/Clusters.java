package nl.kring.crm.intake.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Joins records into clusters, the surest first, and looks again at what was joined: what two records leave open, all
 * records of two clusters may tell. A cluster is known by its first record.
 */
final class Clusters {

    private final Records records;
    private final Model model;
    private final double prior;
    private final Comparison comparison;
    private final int[] parent;
    private final Map<Integer, int[]> members = new HashMap<>();
    private final Map<Integer, Set<Integer>> apart = new HashMap<>();
    private final Map<Long, Verdict> verdicts = new HashMap<>();

    /** Two clusters by their first records, and what is thought of them. */
    record Pair(int one, int other, Verdict verdict) {}

    Clusters(Records records, Model model, double prior) {
        this.records = records;
        this.model = model;
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
        List<Pair> pairs = pairs(edges);
        boolean grown = true;
        while (grown) {
            grown = joinSure(pairs);
            if (grown) {
                pairs = pairs(edges);
            }
        }
        return pairs.stream()
                .filter(pair -> pair.verdict().doubtful() && mayJoin(pair.one(), pair.other()))
                .sorted(Comparator.comparingDouble((Pair pair) -> Math.abs(pair.verdict().bits()))
                        .thenComparingInt(Pair::one)
                        .thenComparingInt(Pair::other))
                .toList();
    }

    private boolean joinSure(List<Pair> pairs) {
        List<Pair> sure = new ArrayList<>(
                pairs.stream().filter(pair -> pair.verdict().sure()).toList());
        sure.sort(Comparator.comparingDouble((Pair pair) -> -pair.verdict().bits())
                .thenComparingInt(Pair::one)
                .thenComparingInt(Pair::other));
        Set<Integer> touched = new HashSet<>();
        boolean joined = false;
        for (Pair pair : sure) {
            if (!touched.contains(pair.one()) && !touched.contains(pair.other()) && mayJoin(pair.one(), pair.other())) {
                join(pair.one(), pair.other());
                joined = true;
            }
            touched.add(pair.one());
            touched.add(pair.other());
        }
        return joined;
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

    private List<Pair> pairs(long[] edges) {
        Map<Long, Verdict> now = new TreeMap<>();
        for (long edge : edges) {
            int one = first((int) (edge >>> 32));
            int other = first((int) edge);
            if (one != other) {
                long key = (long) Math.min(one, other) << 32 | Math.max(one, other);
                if (!now.containsKey(key)) {
                    now.put(key, verdict(key));
                }
            }
        }
        List<Pair> pairs = new ArrayList<>(now.size());
        now.forEach((key, verdict) -> pairs.add(new Pair((int) (key >>> 32), key.intValue(), verdict)));
        return pairs;
    }

    private Verdict verdict(long key) {
        int[] one = members((int) (key >>> 32));
        int[] other = members((int) key);
        if (one.length == 1 && other.length == 1) {
            return verdicts.computeIfAbsent(key, any -> weigh(one, other));
        }
        return weigh(one, other);
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
                        double weight = model.weight(level, comparison.shares[field]);
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
