package nl.kring.crm.web.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.FieldCard;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.NameUsage;
import nl.kring.crm.registry.Period;
import nl.kring.crm.registry.PersonCard;
import nl.kring.crm.registry.PersonEvent;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.QualityRegisters;
import nl.kring.crm.registry.Saying;
import nl.kring.crm.registry.WrittenPhone;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;

/** How what is said reads on a screen: dates the Dutch way, choices as words, a prefix before its name. */
@Named
@ApplicationScoped
public class SaidTexts {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd-MM-yyyy").withZone(SystemClock.AMSTERDAM);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm").withZone(SystemClock.AMSTERDAM);

    @Inject
    private QualityRegisters registers;

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
            case PHONE, MOBILE -> phone(value);
            default -> prefix == null ? value : prefix + " " + value;
        };
    }

    /** The same for an event, which names its field. */
    public String value(String field, String value, String prefix) {
        return value(PersonField.of(field), value, prefix);
    }

    /** Who told an event: the organisation, its register unless that is called the same, the row, and who did it. */
    public String source(PersonEvent event) {
        boolean sameName = event.organisation() != null && event.organisation().equals(event.register());
        return Stream.of(event.organisation(), sameName ? null : event.register(), event.sourceKey(), event.by())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** A phone number as it reads here. */
    public String phone(String kept) {
        return WrittenPhone.of(kept);
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

    /** When something holds, as far as it is not always: {@code vanaf 01-06-2026 t/m 31-12-2026}. */
    public String held(Period held) {
        if (held == null || held.validFrom() == null && held.validTo() == null) {
            return "";
        }
        String from = held.validFrom() == null ? "" : text("registry.held.from", date(held.validFrom()));
        String until = held.validTo() == null ? "" : text("registry.held.until", date(held.validTo()));
        return (from + " " + until).strip();
    }

    /** Who says it and since when. */
    public String saidBy(Saying saying) {
        return saying.organisation() + " " + DAY.format(saying.saidAt());
    }

    /** Who says it since when, who says the same and who says otherwise, in one line. */
    public String provenance(FieldCard field, Saying shown) {
        String line = saidBy(shown);
        List<String> same = field.agreeing(shown);
        List<String> other = field.differing(shown);
        if (!same.isEmpty()) {
            line += text("registry.provenance.same", String.join(", ", same));
        }
        if (!other.isEmpty()) {
            line += text("registry.provenance.other", String.join(", ", other), other.size());
        }
        String held = held(shown.held());
        return held.isEmpty() ? line : line + " (" + held + ")";
    }

    /** Whose an e-mail address is, where that is known; empty for other contact points. */
    public String mailbox(PersonCard card, PersonCard.Shown shown) {
        if (shown.field() != PersonField.EMAIL || shown.saying().kept()) {
            return "";
        }
        boolean shared = PersonField.SHARED_MAILBOX.equals(shown.saying().qualifier())
                || card.emailShared() && shown.saying().value().equals(card.email());
        if (shared) {
            return qualifier(PersonField.EMAIL, PersonField.SHARED_MAILBOX);
        }
        return PersonField.PERSONAL.equals(shown.saying().qualifier())
                ? qualifier(PersonField.EMAIL, PersonField.PERSONAL)
                : "";
    }

    public List<PersonField> getContactFields() {
        return List.of(PersonField.PHONE, PersonField.MOBILE, PersonField.EMAIL, PersonField.ADDRESS);
    }

    /** What can be done about a way to reach somebody: changed where there is one, else added. */
    public String mending(PersonCard card, PersonField field) {
        boolean known = card.contacts().stream().anyMatch(shown -> shown.field() == field);
        return text("registry_view-person.contact." + (known ? "change" : "add"), label(field));
    }

    /** What may be said more precisely; of a profession, whether it is a further one. */
    public List<String> qualifiers(PersonField field) {
        return switch (field) {
            case PROFESSION -> List.of("", "FURTHER");
            case REGISTER_NUMBER -> registers.codes();
            default -> field.qualifiers();
        };
    }

    public String qualifierLabel(PersonField field) {
        return word("registry.qualifier." + (field == PersonField.REGISTER_NUMBER ? "register" : "kind"));
    }

    /** A quality register goes by its code. */
    public String qualifier(PersonField field, String qualifier) {
        if (field == PersonField.REGISTER_NUMBER) {
            return qualifier;
        }
        return word("registry.qualifier." + (qualifier.isEmpty() ? "MAIN" : qualifier));
    }

    /** What somebody typed, before it is checked. */
    public String draft(PersonField field, String typed) {
        if (typed == null || typed.isBlank()) {
            return word("registry.nothing");
        }
        return choices(field).contains(typed) ? choice(field, typed) : typed;
    }

    /** A text with its arguments. */
    public String text(String key, Object... arguments) {
        return Texts.of(Faces.getLocale(), key, arguments);
    }

    public String moment(Instant at) {
        return MOMENT.format(at);
    }

    private static String word(String key) {
        return Texts.of(Faces.getLocale(), key);
    }
}
