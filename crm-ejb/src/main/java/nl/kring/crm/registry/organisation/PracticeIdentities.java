package nl.kring.crm.registry.organisation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which of the practices that exist each cluster is: the one that people described, else the one of most of its rows. */
class PracticeIdentities {

    private record Claim(int cluster, long practice, boolean described, int rows) {}

    private final Map<Integer, Map<Long, Integer>> linked = new TreeMap<>();
    private final Map<Integer, Long> described = new TreeMap<>();
    private final Map<Long, Integer> rowsOf = new HashMap<>();
    private final Set<Long> placed = new HashSet<>();

    void described(Integer cluster, Long practice) {
        placed.add(practice);
        if (cluster != null) {
            described.put(cluster, practice);
        }
    }

    void linked(Integer cluster, Long practice) {
        if (practice != null) {
            rowsOf.merge(practice, 1, Integer::sum);
            if (cluster != null) {
                linked.computeIfAbsent(cluster, any -> new TreeMap<>()).merge(practice, 1, Integer::sum);
            }
        }
    }

    /** By cluster; each practice once. */
    Map<Integer, Long> choose() {
        List<Claim> claims = new ArrayList<>();
        described.forEach((cluster, practice) -> claims.add(new Claim(cluster, practice, true, 0)));
        linked.forEach((cluster, practices) ->
                practices.forEach((practice, rows) -> claims.add(new Claim(cluster, practice, false, rows))));
        claims.sort(Comparator.comparing(Claim::described)
                .reversed()
                .thenComparing(Comparator.comparingInt(Claim::rows).reversed())
                .thenComparingLong(Claim::practice)
                .thenComparingInt(Claim::cluster));
        Map<Integer, Long> chosen = new TreeMap<>();
        Set<Long> taken = new HashSet<>();
        for (Claim claim : claims) {
            if (!chosen.containsKey(claim.cluster())
                    && (claim.described() || !placed.contains(claim.practice()))
                    && taken.add(claim.practice())) {
                chosen.put(claim.cluster(), claim.practice());
            }
        }
        return chosen;
    }

    /** Practices of which all rows are in a cluster that is another practice now, with that practice. */
    Map<Long, Long> goneUp(Map<Integer, Long> chosen) {
        Map<Long, Long> gone = new TreeMap<>();
        linked.forEach((cluster, practices) -> practices.forEach((practice, rows) -> {
            Long now = chosen.get(cluster);
            if (now != null
                    && !now.equals(practice)
                    && !placed.contains(practice)
                    && !chosen.containsValue(practice)
                    && rows.equals(rowsOf.get(practice))) {
                gone.put(practice, now);
            }
        }));
        return gone;
    }
}
