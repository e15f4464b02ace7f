package nl.kring.crm.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.registry.provenance.ArrivedRow;
import nl.kring.crm.registry.provenance.IncomingExample;

/** What a delivery does, with some examples of each kind; all rows that vanished, because each is for somebody to decide. */
class Effects {

    private static final int EXAMPLES = 20;
    private static final int LONGEST_VALUE = 200;

    private final Delivered delivered;
    private final Placement placement;
    private Map<Integer, IncomingExample> shown = Map.of();

    Effects(Delivered delivered, Placement placement) {
        this.delivered = delivered;
        this.placement = placement;
    }

    /**
     * @param examplesOf rows of the delivery, by their numbers
     * @param rawOf the rows as they were handed over before, by their numbers
     */
    List<Effect> all(
            Function<Collection<Integer>, Map<Integer, IncomingExample>> examplesOf,
            Function<Collection<Long>, Map<Long, Map<String, String>>> rawOf) {
        List<Effect> all = new ArrayList<>();
        Map<String, Claim> doubtful = doubtful();
        List<ArrivedRow> created = some(row -> group(row).first() && !doubtful.containsKey(row.key()));
        List<ArrivedRow> linked = some(row -> !group(row).first());
        List<ArrivedRow> queued = some(row -> group(row).first() && doubtful.containsKey(row.key()));
        List<ArrivedRow> changed = delivered.changed().stream().limit(EXAMPLES).toList();
        shown = examplesOf.apply(Stream.of(created, linked, queued, changed)
                .flatMap(List::stream)
                .map(ArrivedRow::rowNumber)
                .toList());
        created.forEach(row -> all.add(of(EffectKind.CREATED, row, null, null, List.of())));
        linked.forEach(row -> all.add(of(EffectKind.LINKED, row, group(row).personId(), firstOf(row), List.of())));
        queued.forEach(row -> {
            Claim other = doubtful.get(row.key());
            String key = other.person() == null ? other.key() : null;
            all.add(of(EffectKind.QUEUED, row, other.person(), key, List.of()));
        });
        if (!changed.isEmpty()) {
            Map<Long, Map<String, String>> before =
                    rawOf.apply(changed.stream().map(ArrivedRow::record).toList());
            changed.forEach(row -> all.add(of(
                    EffectKind.CHANGED,
                    row,
                    row.says().personId(),
                    null,
                    differences(
                            before.getOrDefault(row.record(), Map.of()),
                            shown.get(row.rowNumber()).cells()))));
        }
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

    private List<ArrivedRow> some(Predicate<ArrivedRow> which) {
        return delivered.fresh().stream().filter(which).limit(EXAMPLES).toList();
    }

    private void returns(List<Effect> all) {
        delivered.returned().entrySet().stream()
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

    private Effect of(EffectKind kind, ArrivedRow row, Long person, String other, List<String> details) {
        return new Effect(
                kind,
                row.rowNumber(),
                row.key(),
                shown.get(row.rowNumber()).name(),
                row.record(),
                person,
                other,
                details);
    }

    /** By the key of the row that begins a person: whom that may be. */
    private Map<String, Claim> doubtful() {
        Map<Integer, String> beginning = delivered.fresh().stream()
                .filter(row -> group(row).first())
                .collect(Collectors.toMap(row -> group(row).number(), ArrivedRow::key));
        Map<String, Claim> doubtful = new LinkedHashMap<>();
        for (Placement.Doubt doubt : placement.doubts()) {
            note(doubt.one(), doubt.other(), beginning, doubtful);
            note(doubt.other(), doubt.one(), beginning, doubtful);
        }
        return doubtful;
    }

    private void note(Claim one, Claim other, Map<Integer, String> beginning, Map<String, Claim> doubtful) {
        Placement.Group group = one.person() == null ? placement.groups().get(one.key()) : null;
        if (group != null && group.personId() == null) {
            doubtful.putIfAbsent(beginning.get(group.number()), other);
        }
    }

    /** The row of the same file that it goes with; null when the person was there before. */
    private String firstOf(ArrivedRow row) {
        Placement.Group group = group(row);
        return group.personId() != null
                ? null
                : delivered.fresh().stream()
                        .filter(each -> group(each).first() && group(each).number() == group.number())
                        .map(ArrivedRow::key)
                        .findFirst()
                        .orElse(null);
    }

    private Placement.Group group(ArrivedRow row) {
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
}
