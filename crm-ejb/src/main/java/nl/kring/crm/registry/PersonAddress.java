package nl.kring.crm.registry;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.affiliation.AffiliationRole;

/** A question for persons as it stands in an address, of a screen and of the API alike. */
public final class PersonAddress {

    private PersonAddress() {}

    /**
     * The question that these parameters ask.
     *
     * @throws InvalidInputException a value is none of its kind
     */
    public static PersonQuery read(UnaryOperator<String> parameter) {
        return new PersonQuery(
                parameter.apply("q"),
                parameter.apply("organisation"),
                choice(Profession.class, parameter.apply("profession")),
                parameter.apply("municipality"),
                date(parameter.apply("asOf")),
                parameter.apply("sort"),
                number(parameter.apply("size")),
                blankToNull(parameter.apply("after")),
                new PersonFilter(
                        choice(AffiliationRole.class, parameter.apply("role")),
                        parameter.apply("worksAt"),
                        parameter.apply("member"),
                        parameter.apply("register"),
                        choice(MissingData.class, parameter.apply("missing")),
                        uuid(parameter.apply("own")),
                        parameter.apply("ownValue")));
    }

    /** The question of what {@link #write} wrote. */
    public static PersonQuery read(String text) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return read(parameters::get);
    }

    /** What stands behind a question mark for this question, without page and size. */
    public static String write(PersonQuery query) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("q", query.q());
        parameters.put("profession", query.profession());
        parameters.put("role", query.filter().role());
        parameters.put("worksAt", query.filter().worksAt());
        parameters.put("municipality", query.municipality());
        parameters.put("member", query.filter().memberOf());
        parameters.put("register", query.filter().register());
        parameters.put("organisation", query.organisation());
        parameters.put("missing", query.filter().missing());
        parameters.put("own", query.filter().ownField());
        parameters.put("ownValue", query.filter().ownValue());
        parameters.put("asOf", query.asOf());
        parameters.put("sort", query.sort().equals("name") ? null : query.sort());
        return parameters.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .map(each ->
                        each.getKey() + "=" + URLEncoder.encode(each.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static <E extends Enum<E>> E choice(Class<E> choices, String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return Arrays.stream(choices.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("person-choice"));
    }

    private static LocalDate date(String iso) {
        try {
            return iso == null || iso.isBlank() ? null : LocalDate.parse(iso.strip());
        } catch (DateTimeException notOne) {
            throw new InvalidInputException("reference-date");
        }
    }

    private static Integer number(String digits) {
        if (digits == null || digits.isBlank()) {
            return null;
        }
        if (!digits.matches("\\d{1,6}")) {
            throw new InvalidInputException("page-size", PersonQuery.LARGEST_SIZE);
        }
        return Integer.valueOf(digits);
    }

    private static UUID uuid(String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text.strip());
        } catch (IllegalArgumentException notOne) {
            throw new InvalidInputException("person-choice");
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
