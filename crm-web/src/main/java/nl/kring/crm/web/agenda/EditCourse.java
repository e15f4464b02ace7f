package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.agenda.course.CourseProfiles;
import nl.kring.crm.agenda.course.CourseTemplates;
import nl.kring.crm.agenda.course.ProfileDetail;
import nl.kring.crm.registry.lists.Finder;
import nl.kring.crm.registry.lists.PersonHit;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What is said of the course of an edition besides its title, and keeping it as a template. */
@Named
@ViewScoped
public class EditCourse implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Editions editions;

    @Inject
    private CourseProfiles profiles;

    @Inject
    private CourseTemplates templates;

    @Inject
    private Organisations organisations;

    @Inject
    private Finder finder;

    private String id;
    private UUID edition;
    private ProfileDetail detail;
    private CourseFields fields;
    private String q;
    private List<PersonHit> found;
    private String name;

    public void load() {
        edition = EditionId.of(id);
        detail = profiles.detail(editions.edition(edition).courseUuid());
        fields = new CourseFields(detail.form());
    }

    public void save() {
        profiles.change(detail.course(), detail.version(), fields.said());
        again("saved");
    }

    public void keep() {
        templates.keep(edition, name);
        again("kept");
    }

    /** Who of the register may be meant. */
    public void search() {
        found = List.copyOf(finder.find(q).persons());
    }

    /** Somebody who was found speaks. */
    public void speaks(PersonHit who) {
        fields.getSpeakers().add(new SpeakerRow(who.uuid(), who.displayName()));
        found = null;
        q = null;
    }

    private void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "agenda_edit-course." + what));
        Faces.redirect("/agenda/edit-course.xhtml?id=" + edition);
    }

    /** Participants that can organise it too. */
    public List<Organisation> getOthers() {
        return organisations.participants().stream()
                .filter(each -> !each.getId().equals(detail.organiserId()))
                .toList();
    }

    public List<Organisation> getParticipants() {
        return organisations.participants();
    }

    public ProfileDetail getDetail() {
        return detail;
    }

    public CourseFields getFields() {
        return fields;
    }

    /** Null as long as nobody was looked for. */
    public List<PersonHit> getFound() {
        return found;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
