package nl.kring.crm.intake.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;

/** Finds out which records are one person. */
public final class Matching {

    private static final double WORTH_A_LOOK = -10;

    private final Model model;

    public Matching(Model model) {
        this.model = model;
    }

    /** What decisions are noted with. */
    public String version() {
        return model.version();
    }

    /**
     * What somebody decided about two records, for good.
     *
     * @param one register and key, as {@link #name} writes them
     */
    public record Decision(String one, String other, boolean same) {}

    /** Two groups of records that may be one person. */
    public record Doubt(List<Claim> one, List<Claim> other, Verdict verdict) {}

    /**
     * Who is who.
     *
     * @param groups each the records of one person, in the order of their first records
     * @param doubts what is for people to decide, the most doubtful first
     * @param shares how common values are among all of them
     */
    public record Outcome(List<List<Claim>> groups, List<Doubt> doubts, Shares shares) {}

    /** What a record is called in decisions. */
    public static String name(String register, String key) {
        return register + "\u0001" + key;
    }

    /** Places claims of which none is known yet, whatever else there is. */
    public Outcome place(Collection<Claim> claims, Collection<Decision> decisions) {
        return place(claims, decisions, claims);
    }

    /**
     * Places all claims. Those of one person keep together; persons are joined where what is new makes it sure.
     *
     * @param fresh those of the claims that say something new, the same objects
     */
    public Outcome place(Collection<Claim> claims, Collection<Decision> decisions, Collection<Claim> fresh) {
        Records records = new Records(claims);
        BitSet news = new BitSet();
        Set<Claim> those = Collections.newSetFromMap(new IdentityHashMap<>());
        those.addAll(fresh);
        for (int at = 0; at < records.size; at++) {
            news.set(at, those.contains(records.claims.get(at)));
        }
        double prior = prior(records.size);
        Clusters clusters = new Clusters(records, model, prior);
        decided(records, decisions, clusters);
        List<Clusters.Pair> doubts = clusters.grow(likely(records, news::get, prior));
        Map<Integer, List<Claim>> groups = new TreeMap<>();
        for (int at = 0; at < records.size; at++) {
            groups.computeIfAbsent(clusters.first(at), any -> new ArrayList<>()).add(records.claims.get(at));
        }
        return new Outcome(
                List.copyOf(groups.values()),
                doubts.stream()
                        .map(pair -> new Doubt(groups.get(pair.one()), groups.get(pair.other()), pair.verdict()))
                        .toList(),
                records.shares());
    }

    /**
     * Whom somebody may be who is not known yet: what {@link #place} would think of it if all were there.
     *
     * @param known records of those who may be meant, each with its person
     * @return the verdicts by person, only those worth a look
     */
    public Map<Long, Verdict> meet(Claim fresh, Collection<Claim> known, Shares shares) {
        Records records = new Records(known, fresh, shares);
        Clusters clusters = new Clusters(records, model, prior(shares.size() + 1));
        int news = records.claims.indexOf(fresh);
        Map<Long, Longs> persons = new TreeMap<>();
        for (int at = 0; at < records.size; at++) {
            if (at != news) {
                persons.computeIfAbsent(records.claims.get(at).person(), any -> new Longs())
                        .add(at);
            }
        }
        Map<Long, Verdict> verdicts = new TreeMap<>();
        persons.forEach((person, rows) -> {
            int[] members =
                    LongStream.of(rows.distinct()).mapToInt(at -> (int) at).toArray();
            Verdict verdict = clusters.weigh(new int[] {news}, members);
            if (verdict.doubtful()) {
                verdicts.put(person, verdict);
            }
        });
        return verdicts;
    }

    /** What is to be known of the whole register to weigh this record. */
    public Set<Shares.Value> valuesOf(Claim fresh) {
        return new Records(List.of(fresh, fresh)).shares().seen().keySet();
    }

    /** How rare it is that two of so many records are one person, in bits. */
    private static double prior(int size) {
        return -Model.log2(Math.max(2, size));
    }

    private static void decided(Records records, Collection<Decision> decisions, Clusters clusters) {
        Map<Long, Integer> persons = new HashMap<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        for (int at = 0; at < records.size; at++) {
            Claim claim = records.claims.get(at);
            if (claim.person() != null) {
                Integer before = persons.putIfAbsent(claim.person(), at);
                if (before != null) {
                    clusters.join(before, at);
                }
            }
            if (!decisions.isEmpty()) {
                places.put(name(claim.register(), claim.key()), at);
            }
        }
        for (Decision decision : decisions) {
            Integer one = places.get(decision.one());
            Integer other = places.get(decision.other());
            if (one != null && other != null) {
                if (decision.same()) {
                    clusters.join(one, other);
                } else {
                    clusters.keepApart(one, other);
                }
            }
        }
    }

    /** The pairs that are not hopeless, in their order. */
    private long[] likely(Records records, IntPredicate fresh, double prior) {
        Scales scales = new Scales(model);
        return Blocks.pairs(records, fresh, () -> {
            Comparison comparison = new Comparison(records);
            return (one, other) -> {
                comparison.compare(one, other);
                return prior + scales.bits(comparison) >= WORTH_A_LOOK;
            };
        });
    }

    /** What another model would make of each two of these records, whatever was decided about them. */
    public BandShift shift(Collection<Claim> claims, Model other) {
        Records records = new Records(claims);
        double prior = prior(records.size);
        Clusters now = new Clusters(records, model, prior);
        Clusters then = new Clusters(records, other, prior);
        long[] counts = new long[Band.values().length * Band.values().length];
        Longs pairs = new Longs();
        pairs.addAll(likely(records, row -> true, prior));
        pairs.addAll(new Matching(other).likely(records, row -> true, prior));
        for (long pair : pairs.distinct()) {
            int[] one = {(int) (pair >>> 32)};
            int[] two = {(int) pair};
            counts[BandShift.place(Band.of(now.weigh(one, two)), Band.of(then.weigh(one, two)))]++;
        }
        counts[BandShift.place(Band.APART, Band.APART)] = 0;
        return BandShift.of(counts);
    }

    /** Learns a model from these records; see {@link Training}. */
    public Model learn(Collection<Claim> claims, String version) {
        return Training.learn(new Records(claims), model, version);
    }
}
