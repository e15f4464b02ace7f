package nl.kring.crm.web.enrolment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.kring.crm.registry.NewPerson;
import nl.kring.crm.registry.PersonField;

/**
 * A name as somebody typed it, taken apart as it mostly is: the last word is the surname, the first the given name or the
 * initials, what stands between belongs to the surname. Whoever typed it sees it and can say otherwise.
 */
record TypedName(String given, String prefix, String surname) {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    static TypedName of(String typed) {
        List<String> words = Stream.of((typed == null ? "" : typed).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return new TypedName(null, null, null);
        }
        int last = words.size() - 1;
        return new TypedName(
                last == 0 ? null : capital(words.get(0)),
                last < 2 ? null : String.join(" ", words.subList(1, last)),
                capital(words.get(last)));
    }

    /** Of a line of a list: the name in its first cell, and the address where one is given. */
    static NewPerson person(String line) {
        List<String> cells =
                Arrays.stream(line.split("[\t;]")).map(String::strip).toList();
        TypedName name = of(cells.get(0));
        NewPerson person = new NewPerson(null).with(PersonField.BIRTH_NAME, name.surname, name.prefix);
        if (name.given != null) {
            person.with(name.given.contains(".") ? PersonField.INITIALS : PersonField.GIVEN_NAME, name.given);
        }
        email(cells).forEach(person::with);
        return person;
    }

    /** The same by the codes of the fields, to look for who may be meant. */
    static Map<String, String> values(String line) {
        List<String> cells =
                Arrays.stream(line.split("[\t;]")).map(String::strip).toList();
        TypedName name = of(cells.get(0));
        Map<String, String> values = new java.util.HashMap<>();
        values.put(PersonField.BIRTH_NAME.code(), name.surname);
        values.put(PersonField.GIVEN_NAME.code(), name.given);
        email(cells).forEach((field, value) -> values.put(field.code(), value));
        return values;
    }

    private static Map<PersonField, String> email(List<String> cells) {
        return cells.stream()
                .filter(cell -> cell.matches("[^@\\s]+@[^@\\s]+"))
                .findFirst()
                .map(address -> Map.of(PersonField.EMAIL, address))
                .orElse(Map.of());
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(DUTCH) + word.substring(1);
    }
}
