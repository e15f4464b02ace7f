package nl.kring.crm.web.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import nl.kring.crm.registry.organisation.OrganisationCard;
import nl.kring.crm.registry.organisation.OrganisationEvent;
import nl.kring.crm.registry.organisation.OrganisationFactKind;
import nl.kring.crm.registry.organisation.PracticeForm;
import nl.kring.crm.registry.organisation.PracticeStatus;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;

/** How what is known of organisations reads on a screen. */
@Named
@ApplicationScoped
public class OrganisationTexts {

    /** From and until, the Dutch way; an open end stays open. */
    public String period(LocalDate from, LocalDate to) {
        if (from == null && to == null) {
            return "";
        }
        if (to == null) {
            return word("registry.period.since", day(from));
        }
        return from == null
                ? word("registry.period.until", day(to))
                : word("registry.period.between", day(from), day(to));
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
                        + (event.value() == null ? word("registry.nothing") : event.value());
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
