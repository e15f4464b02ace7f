package nl.kring.crm.web.agenda;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.kring.crm.accreditation.Accreditations;
import nl.kring.crm.accreditation.SchemeLine;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.registry.Municipalities;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.texts.Texts;

/**
 * What the filters of the agenda are chosen from, by language. Who takes part and which registers there are is asked once
 * a minute; each server may keep it, since it is nobody's own and changes a few times a year.
 */
@Named
@ApplicationScoped
public class AgendaChoices {

    private static final Duration KEPT = Duration.ofMinutes(1);

    /** One thing to choose. */
    public record Choice(String value, String label) {
        public String getValue() {
            return value;
        }

        public String getLabel() {
            return label;
        }
    }

    /** All that can be chosen in one language. */
    public record Lists(List<Choice> organisers, List<Choice> professions, List<Choice> kinds, List<Choice> schemes) {
        public List<Choice> getOrganisers() {
            return organisers;
        }

        public List<Choice> getProfessions() {
            return professions;
        }

        public List<Choice> getKinds() {
            return kinds;
        }

        public List<Choice> getSchemes() {
            return schemes;
        }
    }

    private record Kept(Instant until, Lists lists) {}

    @Inject
    private Organisations organisations;

    @Inject
    private Accreditations accreditations;

    @Inject
    private Clock clock;

    private final Map<Locale, Kept> kept = new ConcurrentHashMap<>();

    public Lists in(Locale locale) {
        Kept found = kept.get(locale);
        if (found == null || found.until().isBefore(clock.instant())) {
            found = new Kept(clock.instant().plus(KEPT), made(locale));
            kept.put(locale, found);
        }
        return found.lists();
    }

    private Lists made(Locale locale) {
        return new Lists(
                organisations.participants().stream()
                        .map(one -> new Choice(one.getCode(), one.getName()))
                        .toList(),
                Arrays.stream(Profession.values())
                        .map(one -> new Choice(one.name(), Texts.of(locale, "values.profession." + one)))
                        .toList(),
                Arrays.stream(CourseKind.values())
                        .map(one -> new Choice(one.name(), Texts.of(locale, "agenda.kind." + one)))
                        .toList(),
                accreditations.schemes().stream()
                        .filter(SchemeLine::givesPoints)
                        .map(one -> new Choice(one.code(), one.name()))
                        .toList());
    }

    /** The name of an organiser; the code itself when nobody of that code takes part. */
    public String nameOf(String code) {
        return organisations.participants().stream()
                .filter(one -> one.getCode().equalsIgnoreCase(code))
                .map(Organisation::getName)
                .findFirst()
                .orElse(code);
    }

    public List<String> getMunicipalities() {
        return Municipalities.names();
    }
}
