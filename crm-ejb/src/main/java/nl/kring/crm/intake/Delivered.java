package nl.kring.crm.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nl.kring.crm.registry.provenance.StoredRow;

/**
 * A delivery laid beside what the register brought before.
 *
 * @param changed rows that say something else now, by the number of the stored row
 * @param returned stored rows that an earlier delivery missed and that are there again
 * @param vanished stored rows that are not in the file any more; one that is refused this time is in it
 */
record Delivered(
        List<TypedRow> fresh, Map<Long, TypedRow> changed, Set<Long> returned, Map<String, StoredRow> vanished) {

    private static final double MOST_VANISHING = 0.2;

    static Delivered of(ImportDesk.Rows rows, Map<String, StoredRow> stored) {
        List<TypedRow> fresh = new ArrayList<>();
        Map<Long, TypedRow> changed = new LinkedHashMap<>();
        Set<Long> returned = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (TypedRow row : rows.kept()) {
            StoredRow before = stored.get(row.key());
            keys.add(row.key());
            if (before == null) {
                fresh.add(row);
                continue;
            }
            if (!Arrays.equals(before.contentHash(), row.hash())
                    || before.mappingVersion() != rows.mapping().version()) {
                changed.put(before.id(), row);
            }
            if (before.missing()) {
                returned.add(before.id());
            }
        }
        rows.problems().forEach(problem -> keys.add(problem.sourceKey()));
        Map<String, StoredRow> vanished = new TreeMap<>();
        boolean onlyHandedBack = rows.problems().stream().noneMatch(RowProblem::refused)
                && rows.kept().stream().allMatch(row -> isHandedBack(row, stored.get(row.key())));
        stored.forEach((key, row) -> {
            if (!onlyHandedBack && !keys.contains(key) && !row.missing()) {
                vanished.put(key, row);
            }
        });
        return new Delivered(fresh, changed, returned, vanished);
    }

    /** What the organisation took over as it was handed back says nothing that was not known; nor what it left out. */
    static boolean isHandedBack(TypedRow row, StoredRow before) {
        return before != null && before.handedBack() != null && Arrays.equals(before.handedBack(), row.hash());
    }

    /** More than a fifth of the rows is missing: half a file is more likely than so many who left. */
    boolean losesTooMany(Map<String, StoredRow> stored) {
        long standing = stored.values().stream().filter(row -> !row.missing()).count();
        return vanished.size() > MOST_VANISHING * standing;
    }
}
