package nl.kring.crm.web.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import nl.kring.crm.registry.WrittenPhone;
import nl.kring.crm.registry.organisation.OrganisationCard;
import nl.kring.crm.registry.organisation.OrganisationEvent;
import nl.kring.crm.registry.organisation.OrganisationFactKind;
import nl.kring.crm.registry.organisation.OrganisationField;
import nl.kring.crm.registry.organisation.OrganisationLine;
import nl.kring.crm.registry.organisation.PracticeForm;
import nl.kring.crm.registry.organisation.PracticeStatus;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;

/** How what is known of organisations reads on a screen. */
@Named
@ApplicationScoped
public class OrganisationTexts {

    private static final List<String> COLUMNS = List.of(
            "registry_find-person.name",
            "registry.organisation-kind",
            "registry.place",
            "registry.organisation-field.phone",
            "registry_find-organisation.status",
            "registry_find-organisation.period");

    /** From and until, the Dutch way; an open end stays open. */
    public String period(LocalDate from, LocalDate to) {
        return period(from, to, Faces.getLocale());
    }

    private static String period(LocalDate from, LocalDate to, Locale locale) {
        if (from == null && to == null) {
            return "";
        }
        if (to == null) {
            return Texts.of(locale, "registry.period.since", day(from));
        }
        return from == null
                ? Texts.of(locale, "registry.period.until", day(to))
                : Texts.of(locale, "registry.period.between", day(from), day(to));
    }

    /** The columns of the list as they are called. */
    static List<String> headers(Locale locale) {
        return COLUMNS.stream().map(key -> Texts.of(locale, key)).toList();
    }

    /** A line of the list as it reads; empty where there is nothing. */
    static List<String> cells(OrganisationLine line, Locale locale) {
        return Arrays.asList(
                line.name(),
                Texts.of(locale, "values.organisation-kind." + line.kind()),
                line.place(),
                WrittenPhone.of(line.phone()),
                line.status() == null ? "" : Texts.of(locale, "values.practice-status." + line.status()),
                period(line.validFrom(), line.validTo(), locale));
    }

    /** What is said of a field; a null value was said too: that there is nothing. */
    public String said(OrganisationField field, String value) {
        if (value == null) {
            return word("registry.nothing");
        }
        return field == OrganisationField.PHONE ? WrittenPhone.of(value) : value;
    }

    public String fact(OrganisationFactKind fact, String value) {
        return switch (fact) {
            case STATUS -> word("values.practice-status." + value);
            case PRACTICE_FORM -> word("values.practice-form." + value);
            default -> value;
        };
    }

    /** The values of a fact that is a choice; empty for one that is typed. */
    public List<String> choices(OrganisationFactKind fact) {
        Enum<?>[] values = switch (fact) {
            case STATUS -> PracticeStatus.values();
            case PRACTICE_FORM -> PracticeForm.values();
            default -> new Enum<?>[0];
        };
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /** How it stands to the other, read from this side. */
    public String relation(OrganisationCard.Relation relation) {
        return relation(relation.kind().name(), relation.outgoing());
    }

    /** What an event was about, in words. */
    public String about(OrganisationEvent event) {
        return switch (event.what()) {
            case DELIVERED -> word("registry_view-organisation.rows", event.value());
            case SAID, WITHDRAWN ->
                word("registry.organisation-field." + event.field()) + ": "
                        + said(OrganisationField.of(event.field()), event.value());
            case FACT, FACT_WITHDRAWN -> {
                OrganisationFactKind fact = OrganisationFactKind.valueOf(event.field());
                yield word("values.organisation-fact." + fact) + ": " + fact(fact, event.value());
            }
            case RELATION, RELATION_WITHDRAWN -> relation(event.field(), event.outgoing()) + " " + event.value();
        };
    }

    private static String relation(String kind, boolean outgoing) {
        return word((outgoing ? "values.relation-kind." : "registry.relation-back.") + kind);
    }

    private static String day(LocalDate date) {
        return new SaidTexts().date(date);
    }

    private static String word(String key, Object... arguments) {
        return Texts.of(Faces.getLocale(), key, arguments);
    }
}
