package nl.kring.crm.web.agenda;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.kring.crm.accreditation.Accreditations;
import nl.kring.crm.accreditation.SchemeLine;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.course.Themes;
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

    /** All that can be chosen in one language; each list begins with what narrows nothing. */
    public record Lists(
            List<SelectItem> organisers,
            List<SelectItem> professions,
            List<SelectItem> kinds,
            List<SelectItem> schemes,
            List<SelectItem> themes,
            List<SelectItem> states) {

        public List<SelectItem> getOrganisers() {
            return organisers;
        }

        public List<SelectItem> getProfessions() {
            return professions;
        }

        public List<SelectItem> getKinds() {
            return kinds;
        }

        public List<SelectItem> getSchemes() {
            return schemes;
        }

        public List<SelectItem> getThemes() {
            return themes;
        }

        public List<SelectItem> getStates() {
            return states;
        }
    }

    private record Kept(Instant until, Lists lists) {}

    @Inject
    private Organisations organisations;

    @Inject
    private Accreditations accreditations;

    @Inject
    private Themes themes;

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
        String all = "agenda_browse-agenda.all";
        return new Lists(
                choices(locale, all, organisations.participants(), Organisation::getCode, Organisation::getName),
                named(locale, all, "values.profession.", Profession.values()),
                named(locale, all, "agenda.kind.", CourseKind.values()),
                choices(
                        locale,
                        "agenda_browse-agenda.points.any",
                        accreditations.schemes().stream()
                                .filter(SchemeLine::givesPoints)
                                .toList(),
                        SchemeLine::code,
                        SchemeLine::name),
                choices(
                        locale,
                        all,
                        themes.list().stream().filter(theme -> !theme.retired()).toList(),
                        theme -> theme.uuid().toString(),
                        theme -> locale.getLanguage().equals("nl") ? theme.name() : theme.nameEn()),
                named(locale, all, "agenda.state.", EditionState.values()));
    }

    private static List<SelectItem> named(Locale locale, String all, String texts, Enum<?>[] values) {
        return choices(locale, all, List.of(values), Enum::name, one -> Texts.of(locale, texts + one));
    }

    private static <T> List<SelectItem> choices(
            Locale locale, String all, List<T> things, Function<T, String> value, Function<T, String> label) {
        return Stream.concat(
                        Stream.of(new SelectItem("", Texts.of(locale, all))),
                        things.stream().map(one -> new SelectItem(value.apply(one), label.apply(one))))
                .toList();
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
