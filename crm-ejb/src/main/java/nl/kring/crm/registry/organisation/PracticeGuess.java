package nl.kring.crm.registry.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which practice is meant by who only names it: the only one of that name, or the only one of that name with whose address,
 * telephone or mail addresses something agrees, also something that an organisation keeps to itself.
 */
class PracticeGuess {

    private static final int MEETS = 4;
    private static final int CALLED_SO = 2;
    private static final int MAIL = 3;
    private static final int MOST_AT_DOMAIN = 50;

    private final Map<String, Set<Integer>> named = new HashMap<>();
    private final Map<String, Set<Integer>> coded = new HashMap<>();
    private final Map<Integer, List<Mention>> described = new HashMap<>();
    private final Map<String, Set<Integer>> reached = new HashMap<>();
    private final Map<String, Map<Integer, Integer>> mail = new HashMap<>();

    /** By domain the practice where most work who have an address there and say where they work. */
    private final Map<String, Integer> owners = new HashMap<>();

    PracticeGuess(Map<Mention, Integer> practices, Collection<Mention> all) {
        practices.forEach((mention, number) -> {
            described.computeIfAbsent(number, any -> new ArrayList<>()).add(mention);
            put(named, mention.name().folded(), number);
            put(coded, mention.agb(), number);
            put(reached, mention.postcode(), number);
            put(reached, mention.phone(), number);
        });
        for (Mention mention : all) {
            Integer number = practices.get(mention.open());
            if (number != null && mention.domain() != null && !mention.domainKept()) {
                mail.computeIfAbsent(mention.domain(), any -> new HashMap<>()).merge(number, 1, Integer::sum);
            }
        }
        mail.forEach((domain, users) -> {
            int told = users.values().stream().mapToInt(Integer::intValue).sum();
            users.forEach((number, here) -> {
                if (here * 2 > told) {
                    owners.put(domain, number);
                }
            });
        });
    }

    private static void put(Map<String, Set<Integer>> index, String key, Integer number) {
        if (key != null) {
            index.computeIfAbsent(key, any -> new HashSet<>()).add(number);
        }
    }

    /** Null when nobody knows. */
    Integer of(Mention mention) {
        if (mention.agb() != null) {
            Set<Integer> those = coded.getOrDefault(mention.agb(), Set.of());
            return those.size() == 1 ? those.iterator().next() : null;
        }
        if (mention.name() == null) {
            return null;
        }
        Set<Integer> called = named.getOrDefault(mention.name().folded(), Set.of());
        if (called.size() == 1) {
            int only = called.iterator().next();
            return contradicts(mention, only) ? null : only;
        }
        Map<Integer, Integer> fits = new TreeMap<>();
        for (int number : called.isEmpty() ? alike(mention) : called) {
            int fit = fit(mention, number);
            if (fit > 0) {
                fits.put(number, fit);
            }
        }
        int best = Best.of(fits);
        return best == PracticeClusters.NONE ? null : best;
    }

    private boolean contradicts(Mention mention, int number) {
        return mention.place() != null
                && described.get(number).stream()
                        .allMatch(each -> each.place() != null && !each.place().equals(mention.place()));
    }

    /** Those whose name differs in its kind or by a slip, and that share something else. */
    private Set<Integer> alike(Mention mention) {
        Set<Integer> near = new HashSet<>();
        for (String key :
                new String[] {mention.keptPostcode(), mention.postcode(), mention.keptPhone(), mention.phone()}) {
            near.addAll(key == null ? Set.of() : reached.getOrDefault(key, Set.of()));
        }
        near.addAll(atDomain(mention.domain()));
        near.removeIf(number -> described.get(number).stream()
                .noneMatch(each -> each.name().like(mention.name()) != PracticeName.Likeness.DIFFERS));
        return near;
    }

    private int fit(Mention mention, int number) {
        int fit = 0;
        for (Mention each : described.get(number)) {
            boolean called = each.name().equals(mention.name());
            if (mention.meets(each)) {
                fit = Math.max(fit, MEETS + (called ? CALLED_SO : 0));
            }
        }
        return fit + (mailIsOf(mention.domain(), number) ? MAIL : 0);
    }

    /** A domain that many practices use is of a provider: it tells only of a practice that most of its users work at. */
    private Set<Integer> atDomain(String domain) {
        Set<Integer> users = mail.getOrDefault(domain, Map.of()).keySet();
        return users.size() <= MOST_AT_DOMAIN
                ? users
                : owners.containsKey(domain) ? Set.of(owners.get(domain)) : Set.of();
    }

    private boolean mailIsOf(String domain, int number) {
        return owners.getOrDefault(domain, PracticeClusters.NONE) == number;
    }
}
