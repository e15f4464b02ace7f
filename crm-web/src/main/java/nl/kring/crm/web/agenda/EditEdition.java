package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.accreditation.Accreditations;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.platform.NotFoundException;

/** Changes a course and its edition; nothing is overwritten that somebody else changed meanwhile. */
@Named
@ViewScoped
public class EditEdition implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Editions editions;

    @Inject
    private Accreditations accreditations;

    private String id;
    private UUID uuid;
    private long version;
    private CourseForm form;

    public void load() {
        EditionDetail edition = editions.edition(EditionId.of(id));
        if (!edition.own()) {
            throw new NotFoundException();
        }
        uuid = edition.uuid();
        version = edition.version();
        form = CourseForm.of(
                edition,
                accreditations.schemes(),
                accreditations.pointsOf(List.of(uuid)).getOrDefault(uuid, List.of()));
    }

    public String save() {
        accreditations.change(uuid, version, form.planned(), form.awarded());
        return ViewEdition.shown(uuid, "agenda_edit-edition.saved");
    }

    public CourseForm getForm() {
        return form;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
