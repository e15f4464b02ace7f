package nl.kring.crm.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.kring.crm.registry.Folding;
import nl.kring.crm.registry.provenance.SourceValues;

/** Which rows are no person, or cannot be kept; the first rule that says no gives the reason. */
class RowChecks {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_KEY = 100;
    private static final Set<String> PLACEHOLDERS = Set.of(
            "test",
            "testpersoon",
            "tester",
            "vacature",
            "vacant",
            "nvt",
            "nn",
            "onbekend",
            "unknown",
            "dummy",
            "x",
            "xx",
            "xxx",
            "geen",
            "leeg",
            "vervallen",
            "niet gebruiken",
            "tbd",
            "nader te bepalen",
            "nog in te vullen");
    private static final Set<String> ORGANISATIONS = Set.of(
            "huisartsenpost",
            "spoedpost",
            "huisartsenpraktijk",
            "dokterspraktijk",
            "gezondheidscentrum",
            "apotheek",
            "praktijk",
            "stichting",
            "secretariaat",
            "receptie",
            "balie");

    private final Set<String> keys = new HashSet<>();
    private final int columns;

    private final List<Function<TypedRow, Optional<String>>> rules = List.of(
            row -> when(hasMoved(row), "row-too-many-cells"),
            row -> when(row.key().isEmpty(), "row-no-key"),
            row -> when(row.key().length() > LONGEST_KEY, "row-too-long"),
            row -> when(!keys.add(row.key()), "row-key-twice"),
            row -> when(names(row.values()).anyMatch(name -> name.length() > LONGEST_NAME), "row-too-long"),
            row -> when(!hasSurname(row.values()), "row-no-surname"),
            row -> when(isBare(row.values()) && surname(row.values(), PLACEHOLDERS), "row-placeholder"),
            row -> when(isBare(row.values()) && surname(row.values(), ORGANISATIONS), "row-organisation"),
            row -> when(
                    isBare(row.values())
                            && !hasOwnName(row.values())
                            && row.values().mobile() == null,
                    "row-no-person"));

    /** @param columns above so many the cells of a row are likely to have moved */
    RowChecks(int columns) {
        this.columns = columns;
    }

    /** Why this row is refused; empty when it is kept. Asked once for each row of a file, in order. */
    Optional<RowProblem> refusal(TypedRow row, String keyColumn) {
        return rules.stream()
                .flatMap(rule -> rule.apply(row).stream())
                .findFirst()
                .map(code -> new RowProblem(
                        row.number(),
                        row.key().length() > LONGEST_KEY ? null : row.key(),
                        code.contains("key") ? keyColumn : null,
                        code.contains("key") ? row.key() : null,
                        code,
                        true,
                        row.raw()));
    }

    private boolean hasMoved(TypedRow row) {
        return row.cells() > columns;
    }

    private static Optional<String> when(boolean refused, String code) {
        return refused ? Optional.of(code) : Optional.empty();
    }

    private static boolean hasSurname(SourceValues values) {
        return Stream.of(values.birthName(), values.partnerName())
                .anyMatch(name -> name != null
                        && name.codePoints().filter(Character::isLetter).count() > 1);
    }

    /** True when nothing but a name tells who it is. */
    private static boolean isBare(SourceValues values) {
        return values.birthDate() == null && values.big() == null && values.agb() == null;
    }

    private static boolean hasOwnName(SourceValues values) {
        return values.initials() != null || values.givenName() != null;
    }

    private static boolean surname(SourceValues values, Set<String> words) {
        String name = Folding.fold(values.birthName());
        return words.contains(name) || !hasOwnName(values) && words.contains(name.split(" ")[0]);
    }

    private static Stream<String> names(SourceValues values) {
        return Stream.of(
                        values.birthName(),
                        values.birthPrefix(),
                        values.partnerName(),
                        values.partnerPrefix(),
                        values.initials(),
                        values.givenName())
                .filter(name -> name != null);
    }
}
