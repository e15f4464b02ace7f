package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.PlannedCourse;
import nl.kring.crm.agenda.warning.Coincidence;
import nl.kring.crm.agenda.warning.Coincidences;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;

/** What else the same people might go to; looked for once on the page of an edition, and on asking while planning. */
@Named
@ViewScoped
public class PlanningWarnings implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Coincidences coincidences;

    private List<Coincidence> found;

    /** For an edition that there is. */
    public void load(EditionDetail edition) {
        found = edition == null ? null : List.copyOf(coincidences.of(edition.uuid()));
    }

    /** For what is in the form now. */
    public void look(CourseForm form) {
        PlannedCourse planned = form.planned();
        found = List.copyOf(coincidences.with(planned.audience(), planned.place(), planned.sessions()));
    }

    /** For whom both are, in words. */
    public String who(Coincidence one) {
        return one.professions().isEmpty()
                ? Texts.of(Faces.getLocale(), "agenda.coincidence.everybody")
                : one.professions().stream()
                        .map(each -> Texts.of(Faces.getLocale(), "values.profession." + each))
                        .collect(Collectors.joining(", "));
    }

    /** Null when nobody looked yet. */
    public List<Coincidence> getFound() {
        return found;
    }
}
