package nl.kring.crm.registry.organisation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which mentions are of the same practice. Those with the code of a practice come first, then those with a name and an
 * address, then those that only name one that the others describe. What fits two practices equally well is of neither. The
 * outcome depends on what is said alone, not on its order.
 */
class PracticeClusters {

    static final int NONE = -1;

    /** More than this have a thing in common only when it says nothing. */
    private static final int MOST_IN_COMMON = 500;

    private static final int FEW = 3;

    private static final Pattern NUMBERS = Pattern.compile("\\d");
    private static final Pattern NO_NUMBERS = Pattern.compile("\\D");

    private record Pair(int one, int other, int fit) {}

    private final Collection<Mention> all;
    private final List<Mention> open;
    private final Map<Mention, Integer> places = new HashMap<>();
    private final int[] rows;
    private final Map<String, Integer> rowsAt = new HashMap<>();
    private final String[] agb;
    private final int[] parent;
    private final Long[] practice;
    private final Set<Integer> unclear = new HashSet<>();

    private PracticeClusters(Collection<Mention> mentions) {
        all = mentions;
        open = Mention.sorted(
                all.stream().map(Mention::open).filter(Mention::describes).collect(Collectors.toSet()));
        for (int at = 0; at < open.size(); at++) {
            places.put(open.get(at), at);
        }
        rows = new int[open.size()];
        all.forEach(mention -> {
            Integer at = places.get(mention.open());
            if (at != null) {
                rows[at]++;
                rowsAt.merge(place(at), 1, Integer::sum);
            }
        });
        agb = new String[open.size()];
        parent = new int[open.size()];
        practice = new Long[open.size()];
        Arrays.setAll(agb, at -> open.get(at).agb());
        Arrays.setAll(parent, at -> at);
        Arrays.setAll(practice, at -> open.get(at).practice());
    }

    /** The number of the practice of each mention, from 0 up; those that are of none, or of nobody knows which, are left out. */
    static Map<Mention, Integer> of(Collection<Mention> mentions) {
        PracticeClusters clusters = new PracticeClusters(mentions);
        clusters.distrustCodes();
        List<Pair> pairs = clusters.pairs();
        clusters.join(pairs, clusters::bothCoded);
        clusters.join(pairs, clusters::noneCoded);
        clusters.attach(pairs);
        return clusters.numbered();
    }

    private interface Which {
        boolean test(Pair pair);
    }

    private boolean bothCoded(Pair pair) {
        return agb[pair.one()] != null && agb[pair.other()] != null;
    }

    private boolean noneCoded(Pair pair) {
        return agb[pair.one()] == null && agb[pair.other()] == null;
    }

    /** The mention as it is understood: without a code that is likely to be wrong. */
    private Mention said(int at) {
        Mention mention = open.get(at);
        return mention.agb() != null && agb[at] == null ? mention.withoutAgb() : mention;
    }

    /** A code that stands under another name and address than most have who use it, or is a slip of one that more use. */
    private void distrustCodes() {
        Map<String, List<Integer>> using = new TreeMap<>();
        for (int at = 0; at < open.size(); at++) {
            if (agb[at] != null) {
                using.computeIfAbsent(agb[at], any -> new ArrayList<>()).add(at);
            }
        }
        Map<String, Integer> users = new HashMap<>();
        using.forEach((code, who) ->
                users.put(code, who.stream().mapToInt(at -> rows[at]).sum()));
        Set<Integer> wrong = new TreeSet<>();
        using.values().forEach(who -> wrong.addAll(strangers(who)));
        for (List<Integer> block : blocks(false)) {
            for (int one : block) {
                for (int other : block) {
                    if (agb[one] != null
                            && agb[other] != null
                            && !agb[one].equals(agb[other])
                            && users.get(agb[one]) * FEW <= users.get(agb[other])
                            && Fit.butForTheCode(open.get(one), open.get(other))) {
                        wrong.add(one);
                    }
                }
            }
        }
        wrong.forEach(at -> agb[at] = null);
    }

    /** Those of one code that do not belong to the most of them. */
    private Set<Integer> strangers(List<Integer> who) {
        int most = who.stream()
                .max(Comparator.comparingInt((Integer at) -> rows[at]).thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        Set<Integer> belong = new TreeSet<>(Set.of(most));
        boolean more = true;
        while (more) {
            more = false;
            for (int at : who) {
                more |= !belong.contains(at)
                        && belong.stream().anyMatch(there -> Fit.of(open.get(at), open.get(there)) > 0)
                        && belong.add(at);
            }
        }
        Set<Integer> strangers = new TreeSet<>(who);
        strangers.removeAll(belong);
        strangers.removeIf(at -> practice[at] != null);
        return strangers;
    }

    /** Those that have something in common, so that it is worth looking whether they fit. */
    private Collection<List<Integer>> blocks(boolean codes) {
        Map<String, List<Integer>> blocks = new TreeMap<>();
        for (int at = 0; at < open.size(); at++) {
            Mention mention = open.get(at);
            Set<String> keys = new TreeSet<>();
            if (codes && agb[at] != null) {
                keys.add("a" + agb[at]);
            }
            if (mention.phone() != null) {
                keys.add("t" + mention.phone());
            }
            if (mention.street() != null && mention.place() != null) {
                keys.add("s" + mention.street() + "|" + mention.place());
            }
            if (mention.postcode() != null) {
                keys.add("p" + mention.postcode());
                if (mention.name() != null) {
                    String letters = NUMBERS.matcher(mention.postcode()).replaceAll("");
                    char[] digits = NO_NUMBERS
                            .matcher(mention.postcode())
                            .replaceAll("")
                            .toCharArray();
                    Arrays.sort(digits);
                    keys.add("e" + letters + new String(digits) + mention.name().telling());
                    for (int digit = 0; digit < digits.length; digit++) {
                        keys.add("m" + mention.postcode().substring(0, digit) + "_"
                                + mention.postcode().substring(digit + 1)
                                + mention.name().telling());
                    }
                }
            }
            for (String key : keys) {
                blocks.computeIfAbsent(key, any -> new ArrayList<>()).add(at);
            }
        }
        blocks.values().removeIf(block -> block.size() < 2 || block.size() > MOST_IN_COMMON);
        return blocks.values();
    }

    /** The best first. */
    private List<Pair> pairs() {
        Set<Long> seen = new HashSet<>();
        List<Pair> pairs = new ArrayList<>();
        for (List<Integer> block : blocks(true)) {
            for (int i = 0; i < block.size(); i++) {
                for (int j = i + 1; j < block.size(); j++) {
                    int one = block.get(i);
                    int other = block.get(j);
                    int fit = Fit.of(said(one), said(other));
                    if (fit > Fit.NONE && !leansOnSlip(one, other) && seen.add((long) one << Integer.SIZE | other)) {
                        pairs.add(new Pair(one, other, fit));
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::fit)
                .reversed()
                .thenComparingInt(Pair::one)
                .thenComparingInt(Pair::other));
        return pairs;
    }

    /** A postcode that is almost another one is a slip only when few write it so and many the other. */
    private boolean leansOnSlip(int one, int other) {
        Mention first = said(one);
        Mention second = said(other);
        boolean almost = first.near(second) == Mention.Nearness.CLOSE
                && !first.samePhone(second)
                && (first.agb() == null || second.agb() == null);
        int low = Math.min(rowsAt.get(place(one)), rowsAt.get(place(other)));
        return almost && low * 2 > Math.max(rowsAt.get(place(one)), rowsAt.get(place(other)));
    }

    private String place(int at) {
        return open.get(at).name().telling() + "|" + open.get(at).postcode();
    }

    private void join(List<Pair> pairs, Which which) {
        for (Pair pair : pairs) {
            if (which.test(pair)) {
                join(pair.one(), pair.other());
            }
        }
    }

    /** Two practices that people described are never made one here. */
    private void join(int one, int other) {
        int first = find(one);
        int second = find(other);
        if (first != second && (practice[first] == null || practice[second] == null)) {
            int low = Math.min(first, second);
            int high = Math.max(first, second);
            practice[low] = practice[first] == null ? practice[second] : practice[first];
            parent[high] = low;
        }
    }

    private int find(int at) {
        int root = at;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /** Those without a code go to the practice with a code that they fit best, if that is one. */
    private void attach(List<Pair> pairs) {
        Map<Integer, Map<Integer, Integer>> fits = new TreeMap<>();
        for (Pair pair : pairs) {
            if (!bothCoded(pair) && !noneCoded(pair)) {
                int coded = agb[pair.one()] == null ? pair.other() : pair.one();
                int bare = coded == pair.one() ? pair.other() : pair.one();
                fits.computeIfAbsent(find(bare), any -> new TreeMap<>()).merge(find(coded), pair.fit(), Math::max);
            }
        }
        fits.forEach((bare, those) -> {
            int best = Best.of(those);
            if (best == NONE) {
                unclear.add(bare);
            } else {
                join(bare, best);
            }
        });
    }

    private Map<Mention, Integer> numbered() {
        Map<Integer, Integer> numbers = new HashMap<>();
        Map<Mention, Integer> described = new HashMap<>();
        for (int at = 0; at < open.size(); at++) {
            if (!unclear.contains(find(at))) {
                described.put(open.get(at), numbers.computeIfAbsent(find(at), any -> numbers.size()));
            }
        }
        PracticeGuess guess = new PracticeGuess(described, all);
        Map<Mention, Integer> found = new HashMap<>();
        for (Mention mention : all) {
            Integer number = mention.describes() ? described.get(mention.open()) : guess.of(mention);
            if (number != null) {
                found.put(mention, number);
            }
        }
        return found;
    }
}
