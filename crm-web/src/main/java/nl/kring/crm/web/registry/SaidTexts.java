package nl.kring.crm.web.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.NameUsage;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;

/** How what is said reads on a screen: dates the Dutch way, choices as words, a prefix before its name. */
@Named
@ApplicationScoped
public class SaidTexts {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm").withZone(SystemClock.AMSTERDAM);

    public String label(PersonField field) {
        return word("registry.field." + field.code());
    }

    /** A null value was said too: that there is nothing. */
    public String value(PersonField field, String value, String prefix) {
        if (value == null) {
            return word("registry.nothing");
        }
        return switch (field) {
            case BIRTH_DATE -> date(LocalDate.parse(value));
            case GENDER, NAME_USAGE, PROFESSION -> choice(field, value);
            default -> prefix == null ? value : prefix + " " + value;
        };
    }

    /** The same for an event, which names its field. */
    public String value(String field, String value, String prefix) {
        return value(PersonField.of(field), value, prefix);
    }

    /** The values of a field that is a choice; empty for one that is typed. */
    public List<String> choices(PersonField field) {
        Enum<?>[] values = switch (field) {
            case GENDER -> Gender.values();
            case NAME_USAGE -> NameUsage.values();
            case PROFESSION -> Profession.values();
            default -> new Enum<?>[0];
        };
        return Arrays.stream(values).map(Enum::name).toList();
    }

    public String choice(PersonField field, String value) {
        return word("values." + field.code() + "." + value);
    }

    public String date(LocalDate date) {
        return date == null ? "" : DATE.format(date);
    }

    public String moment(Instant at) {
        return MOMENT.format(at);
    }

    private static String word(String key) {
        return Texts.of(Faces.getLocale(), key);
    }
}
