package nl.kring.crm.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.registry.provenance.IncomingRecord.Group;
import nl.kring.crm.registry.provenance.SourceValues;
import nl.kring.crm.registry.provenance.StoredRow;

/** What a delivery does, with some examples of each kind; all rows that vanished, because each is for somebody to decide. */
class Effects {

    private static final int EXAMPLES = 20;
    private static final int LONGEST_VALUE = 200;

    private final Delivered delivered;
    private final Placement placement;
    private final Map<String, StoredRow> stored;

    Effects(Delivered delivered, Placement placement, Map<String, StoredRow> stored) {
        this.delivered = delivered;
        this.placement = placement;
        this.stored = stored;
    }

    /** @param rawOf the rows as they were handed over before, by their numbers */
    List<Effect> all(Function<Collection<Long>, Map<Long, Map<String, String>>> rawOf) {
        List<Effect> all = new ArrayList<>();
        Map<String, Claim> doubtful = doubtful();
        delivered.fresh().stream()
                .filter(row -> group(row).first() && !doubtful.containsKey(row.key()))
                .limit(EXAMPLES)
                .forEach(row -> all.add(of(EffectKind.CREATED, row, null, null, null, List.of())));
        delivered.fresh().stream()
                .filter(row -> !group(row).first())
                .limit(EXAMPLES)
                .forEach(row ->
                        all.add(of(EffectKind.LINKED, row, null, group(row).personId(), firstOf(row), List.of())));
        delivered.fresh().stream()
                .filter(row -> group(row).first() && doubtful.containsKey(row.key()))
                .limit(EXAMPLES)
                .forEach(row -> {
                    Claim other = doubtful.get(row.key());
                    String key = other.person() == null ? other.key() : null;
                    all.add(of(EffectKind.QUEUED, row, null, other.person(), key, List.of()));
                });
        changes(rawOf, all);
        returns(all);
        delivered
                .vanished()
                .forEach((key, row) -> all.add(
                        new Effect(EffectKind.VANISHED, null, key, null, row.id(), row.personId(), null, List.of())));
        return all;
    }

    /** Persons who turn out to be one. */
    static List<Effect> merges(List<Placement.Merge> merges, Function<Set<Long>, Map<Long, String>> names) {
        List<Placement.Merge> shown = merges.stream().limit(EXAMPLES).toList();
        Set<Long> others = new TreeSet<>();
        shown.forEach(merge -> others.addAll(merge.others()));
        Map<Long, String> named = others.isEmpty() ? Map.of() : names.apply(others);
        return shown.stream()
                .flatMap(merge -> merge.others().stream()
                        .map(other -> new Effect(
                                EffectKind.MERGED, null, null, null, null, merge.stays(), named.get(other), List.of())))
                .toList();
    }

    private void changes(Function<Collection<Long>, Map<Long, Map<String, String>>> rawOf, List<Effect> all) {
        Map<Long, TypedRow> shown = new LinkedHashMap<>();
        delivered.changed().entrySet().stream()
                .limit(EXAMPLES)
                .forEach(entry -> shown.put(entry.getKey(), entry.getValue()));
        if (shown.isEmpty()) {
            return;
        }
        Map<Long, Map<String, String>> before = rawOf.apply(shown.keySet());
        shown.forEach((id, row) -> all.add(of(
                EffectKind.CHANGED,
                row,
                id,
                stored.get(row.key()).personId(),
                null,
                differences(before.getOrDefault(id, Map.of()), row.raw()))));
    }

    private void returns(List<Effect> all) {
        stored.entrySet().stream()
                .filter(entry -> delivered.returned().contains(entry.getValue().id()))
                .limit(EXAMPLES)
                .forEach(entry -> all.add(new Effect(
                        EffectKind.RETURNED,
                        null,
                        entry.getKey(),
                        null,
                        entry.getValue().id(),
                        entry.getValue().personId(),
                        null,
                        List.of())));
    }

    private static Effect of(
            EffectKind kind, TypedRow row, Long record, Long person, String other, List<String> details) {
        return new Effect(kind, row.number(), row.key(), name(row.values()), record, person, other, details);
    }

    /** By the key of the row that begins a person: whom that may be. */
    private Map<String, Claim> doubtful() {
        Map<Integer, String> beginning = delivered.fresh().stream()
                .filter(row -> group(row).first())
                .collect(Collectors.toMap(row -> group(row).number(), TypedRow::key));
        Map<String, Claim> doubtful = new LinkedHashMap<>();
        for (Placement.Doubt doubt : placement.doubts()) {
            note(doubt.one(), doubt.other(), beginning, doubtful);
            note(doubt.other(), doubt.one(), beginning, doubtful);
        }
        return doubtful;
    }

    private void note(Claim one, Claim other, Map<Integer, String> beginning, Map<String, Claim> doubtful) {
        Group group = one.person() == null ? placement.groups().get(one.key()) : null;
        if (group != null && group.personId() == null) {
            doubtful.putIfAbsent(beginning.get(group.number()), other);
        }
    }

    /** The row of the same file that it goes with; null when the person was there before. */
    private String firstOf(TypedRow row) {
        Group group = group(row);
        return group.personId() != null
                ? null
                : delivered.fresh().stream()
                        .filter(each -> group(each).first() && group(each).number() == group.number())
                        .map(TypedRow::key)
                        .findFirst()
                        .orElse(null);
    }

    private Group group(TypedRow row) {
        return placement.groups().get(row.key());
    }

    private static List<String> differences(Map<String, String> before, Map<String, String> after) {
        TreeSet<String> headers = new TreeSet<>(before.keySet());
        headers.addAll(after.keySet());
        List<String> differences = new ArrayList<>();
        for (String header : headers) {
            String was = before.getOrDefault(header, "");
            String is = after.getOrDefault(header, "");
            if (!was.equals(is)) {
                differences.addAll(List.of(header, shortened(was), shortened(is)));
            }
        }
        return differences;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) : text;
    }

    private static String name(SourceValues values) {
        return Stream.of(
                        values.givenName() == null ? values.initials() : values.givenName(),
                        values.birthPrefix(),
                        values.birthName() == null ? values.partnerName() : values.birthName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
