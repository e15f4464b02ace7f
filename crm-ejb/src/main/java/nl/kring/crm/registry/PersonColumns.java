package nl.kring.crm.registry;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.platform.InvalidInputException;

/** Which columns a list of persons shows, in their order. */
public record PersonColumns(List<Column> list) implements Serializable {

    private static final Pattern OWN = Pattern.compile("own-([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final int MOST = 40;

    /** What is shown when nobody chose. */
    public static final PersonColumns USUAL = new PersonColumns(Stream.of(
                    PersonColumn.NAME,
                    PersonColumn.PROFESSION,
                    PersonColumn.ROLE,
                    PersonColumn.WORKPLACE,
                    PersonColumn.PLACE,
                    PersonColumn.REGISTERS)
            .map(each -> new Column(each, null))
            .toList());

    /** No cells at all, for who reads the lines themselves. */
    static final PersonColumns NO_CELLS = new PersonColumns(List.of());

    /**
     * One column: a fixed one, or one of the caller's own organisation.
     *
     * @param own the own column; null for a fixed one
     */
    public record Column(PersonColumn fixed, UUID own) implements Serializable {

        public String code() {
            return own == null ? fixed.code() : "own-" + own;
        }
    }

    public PersonColumns {
        list = List.copyOf(list);
    }

    /**
     * Reads codes with commas between; the usual columns when there are none.
     *
     * @throws InvalidInputException there is no such column
     */
    public static PersonColumns of(String codes) {
        if (codes == null || codes.isBlank()) {
            return USUAL;
        }
        return new PersonColumns(Arrays.stream(codes.split(","))
                .filter(code -> !code.isBlank())
                .distinct()
                .limit(MOST)
                .map(PersonColumns::column)
                .toList());
    }

    /** As {@link #of} reads it. */
    public String codes() {
        return list.stream().map(Column::code).collect(Collectors.joining(","));
    }

    private static Column column(String code) {
        var own = OWN.matcher(code.strip());
        return own.matches()
                ? new Column(null, UUID.fromString(own.group(1)))
                : new Column(
                        PersonColumn.of(code.strip()).orElseThrow(() -> new InvalidInputException("list-column")),
                        null);
    }
}
