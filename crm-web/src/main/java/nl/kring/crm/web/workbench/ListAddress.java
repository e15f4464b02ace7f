package nl.kring.crm.web.workbench;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.columns.ListQuery;
import nl.kring.crm.web.layout.Question;

/** The question of the list as it stands in an address, so that it can be kept, shared and exported. */
final class ListAddress {

    private ListAddress() {}

    static ListQuery query(UnaryOperator<String> parameter, int size) {
        String filled = parameter.apply("filled");
        return new ListQuery(
                parameter.apply("q"),
                uuid(parameter.apply("field")),
                parameter.apply("value"),
                filled == null || filled.isBlank() ? null : Boolean.valueOf("yes".equals(filled)),
                "all".equals(parameter.apply("scope")),
                size,
                uuid(parameter.apply("after")),
                day(parameter.apply("asOf")));
    }

    /** The parameters of a page with other rows. */
    static String parameters(UnaryOperator<String> parameter, UUID after) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : new String[] {"q", "field", "value", "filled", "scope", "asOf"}) {
            all.put(name, parameter.apply(name));
        }
        all.put("after", after == null ? null : after.toString());
        return "?" + Question.of(all);
    }

    private static LocalDate day(String iso) {
        try {
            return iso == null || iso.isBlank() ? null : LocalDate.parse(iso.strip());
        } catch (DateTimeException notOne) {
            throw new InvalidInputException("reference-date");
        }
    }

    private static UUID uuid(String text) {
        return text == null || text.isBlank() ? null : OwnValues.uuid(text);
    }
}
