package nl.kring.crm.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What somebody was called before a day: the surname on the day before each day on which it changed. A typing error that
 * was put right is no former name, for nobody ever was called that.
 */
class FormerNames {

    /** One thing said about a name, and when it holds; those that win come first. */
    record Part(PersonField field, FieldValue value, Period held) {}

    /** What a surname is made of. */
    static final List<PersonField> FIELDS =
            List.of(PersonField.BIRTH_NAME, PersonField.PARTNER_NAME, PersonField.NAME_USAGE);

    private final List<Part> parts;

    FormerNames(List<Part> said) {
        parts = said.stream().filter(part -> FIELDS.contains(part.field())).toList();
    }

    /** The latest first. */
    List<FormerName> before(LocalDate asOf) {
        TreeSet<LocalDate> changes = new TreeSet<>();
        parts.stream()
                .flatMap(part -> Stream.of(
                        part.held().validFrom(),
                        part.held().validTo() == null
                                ? null
                                : part.held().validTo().plusDays(1)))
                .filter(day -> day != null && !day.isAfter(asOf))
                .forEach(changes::add);
        String later = on(asOf);
        List<FormerName> names = new ArrayList<>();
        for (LocalDate change : changes.descendingSet()) {
            String name = on(change.minusDays(1));
            if (!name.isEmpty() && !name.equals(later)) {
                names.add(new FormerName(name, change.minusDays(1)));
            }
            later = name;
        }
        return names;
    }

    private String on(LocalDate day) {
        FieldValue birth = held(PersonField.BIRTH_NAME, day);
        FieldValue partner = held(PersonField.PARTNER_NAME, day);
        String usage = held(PersonField.NAME_USAGE, day).value();
        return new PersonName(
                        birth.value(),
                        birth.prefix(),
                        partner.value(),
                        partner.prefix(),
                        usage == null ? null : NameUsage.valueOf(usage),
                        null,
                        null)
                .display();
    }

    private FieldValue held(PersonField field, LocalDate day) {
        return parts.stream()
                .filter(part -> part.field() == field && part.held().contains(day))
                .map(Part::value)
                .findFirst()
                .orElse(new FieldValue(null, null));
    }
}
