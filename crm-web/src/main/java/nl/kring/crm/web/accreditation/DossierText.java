package nl.kring.crm.web.accreditation;

import java.io.Serializable;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.kring.crm.accreditation.request.AccreditationPage;
import nl.kring.crm.accreditation.request.CourseSaid;
import nl.kring.crm.accreditation.request.DossierTexts;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.texts.Texts;

/**
 * One thing that bodies ask of a course, as text to be copied into their forms.
 *
 * @param key which; its text is {@code accreditation.dossier.<key>}
 * @param text null when nobody said it yet
 */
public record DossierText(String key, String text) implements Serializable {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    /** All that is asked, in the order of the usual forms. */
    static List<DossierText> of(AccreditationPage page, Locale locale) {
        CourseSaid said = page.facts();
        DossierTexts texts = page.texts();
        return List.of(
                new DossierText("title", said.title()),
                new DossierText("organiser", said.organiser()),
                new DossierText("summary", said.summary()),
                new DossierText("need", texts.need()),
                new DossierText("objectives", said.objectives()),
                new DossierText("audience", audience(said, locale)),
                new DossierText("prerequisites", said.prerequisites()),
                new DossierText("programme", programme(said)),
                new DossierText("didactics", texts.didactics()),
                new DossierText("competences", texts.competences()),
                new DossierText("assessment", texts.assessment()),
                new DossierText("literature", texts.literature()),
                new DossierText("materials", said.materials()),
                new DossierText("speakers", joined(said.speakers())),
                new DossierText("sponsors", joined(said.sponsors())),
                new DossierText("place", said.place()),
                new DossierText("capacity", said.capacity() == 0 ? null : String.valueOf(said.capacity())));
    }

    public boolean isSaid() {
        return text != null && !text.isBlank();
    }

    private static String audience(CourseSaid said, Locale locale) {
        return said.audience().isEmpty()
                ? Texts.of(locale, "agenda.audience.everybody")
                : said.audience().stream()
                        .map(profession -> Texts.of(locale, "values.profession." + profession))
                        .collect(Collectors.joining(", "));
    }

    /** A line for each session with its times and minutes. */
    private static String programme(CourseSaid said) {
        return said.programme().stream().map(DossierText::part).collect(Collectors.joining("\n"));
    }

    private static String part(CourseSaid.Part part) {
        Instant end = part.endsAt();
        long minutes = (end.getEpochSecond() - part.startsAt().getEpochSecond()) / 60;
        return MOMENT.format(AmsterdamTime.toLocal(part.startsAt())) + "–" + TIME.format(AmsterdamTime.toLocal(end))
                + " (" + minutes + " min)" + (part.title() == null ? "" : ": " + part.title());
    }

    private static String joined(List<String> names) {
        return names.isEmpty() ? null : String.join("\n", names);
    }
}
