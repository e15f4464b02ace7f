package nl.kring.crm.intake.matching;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Given names that go together: Wilhelmina may be called Mien, and her initial is a W. */
final class GivenNames {

    private static final int[] NO_GROUP = {};
    private static final Map<String, int[]> GROUPS = new HashMap<>();
    private static final Map<String, Integer> LETTERS = new HashMap<>();

    static {
        load();
    }

    private GivenNames() {}

    /** The groups that a folded name stands in. */
    static int[] groups(String folded) {
        return GROUPS.getOrDefault(folded, NO_GROUP);
    }

    static boolean together(int[] groups, int[] others) {
        for (int group : groups) {
            for (int other : others) {
                if (group == other) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Letters that a first initial of whoever goes by this name may be, a bit each. */
    static int letters(String folded) {
        return bit(folded) | LETTERS.getOrDefault(folded, 0);
    }

    static int bit(String folded) {
        return folded.isEmpty() || folded.charAt(0) < 'a' || folded.charAt(0) > 'z' ? 0 : 1 << folded.charAt(0) - 'a';
    }

    private static void load() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                GivenNames.class.getResourceAsStream("given-names.txt"), StandardCharsets.UTF_8))) {
            int[] group = {0};
            in.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String[] sides = line.split(":");
                Set<String> formal = new TreeSet<>(Arrays.asList(sides[0].trim().split("\\s+")));
                Set<String> all = new TreeSet<>(formal);
                all.addAll(Arrays.asList(sides[1].trim().split("\\s+")));
                int letters = formal.stream().mapToInt(GivenNames::bit).reduce(0, (a, b) -> a | b);
                for (String name : all) {
                    LETTERS.merge(name, letters, (a, b) -> a | b);
                    int[] before = groups(name);
                    int[] more = Arrays.copyOf(before, before.length + 1);
                    more[before.length] = group[0];
                    GROUPS.put(name, more);
                }
                group[0]++;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
