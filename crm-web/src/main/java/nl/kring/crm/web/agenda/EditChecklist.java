package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.checklist.ChecklistTemplates;
import nl.kring.crm.agenda.checklist.TemplateDetail;
import nl.kring.crm.agenda.checklist.TemplateLine;
import nl.kring.crm.agenda.checklist.TemplateSource;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Colleague;
import nl.kring.crm.security.Colleagues;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What an organisation always does for an edition, or for those of one course (the one of the edition in the address). */
@Named
@ViewScoped
public class EditChecklist implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ChecklistTemplates templates;

    @Inject
    private Colleagues colleagues;

    private String id;
    private String step;
    private UUID edition;
    private TemplateDetail template;
    private List<Colleague> team;
    private TemplateLine chosen;
    private StepFields fields;

    public void load() {
        edition = id == null || id.isBlank() ? null : EditionId.of(id);
        template = templates.of(edition);
        team = colleagues.list();
        fields = new StepFields();
        if (step != null && !step.isBlank()) {
            UUID wanted = EditionId.of(step);
            chosen = template.steps().stream()
                    .filter(line -> wanted.equals(line.uuid()))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            fields = StepFields.of(chosen);
        }
    }

    public void adopt() {
        templates.adopt(edition);
        again("adopted");
    }

    public void discard() {
        templates.discard(edition);
        again("discarded");
    }

    public void save() {
        if (chosen == null) {
            templates.add(edition, fields.form());
        } else {
            templates.change(edition, chosen.uuid(), chosen.version(), fields.form());
        }
        again("saved");
    }

    public void move(UUID which, boolean up) {
        templates.move(edition, which, up);
        again("moved");
    }

    public void remove(UUID which) {
        templates.remove(edition, which);
        again("removed");
    }

    private void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "agenda_edit-checklist.done." + what));
        Faces.redirect("/agenda/edit-checklist.xhtml" + (edition == null ? "" : "?id=" + edition));
    }

    /** Whether what is shown is the template that this page is about, and so may be changed here. */
    public boolean isOwn() {
        return template.source() == (edition == null ? TemplateSource.ORGANISATION : TemplateSource.COURSE);
    }

    public TemplateDetail getTemplate() {
        return template;
    }

    public List<Colleague> getTeam() {
        return team;
    }

    public TemplateLine getChosen() {
        return chosen;
    }

    public StepFields getFields() {
        return fields;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getStep() {
        return step;
    }

    public void setStep(String step) {
        this.step = step;
    }
}
