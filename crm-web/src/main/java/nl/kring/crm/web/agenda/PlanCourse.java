package nl.kring.crm.web.agenda;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.accreditation.Accreditations;
import nl.kring.crm.agenda.checklist.Checklists;
import nl.kring.crm.enrolment.Announcements;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.web.layout.Me;

/** A new course with its edition: kept as a draft, or published at once. */
@Named
@ViewScoped
public class PlanCourse implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Accreditations accreditations;

    @Inject
    private Announcements announcements;

    @Inject
    private Checklists checklists;

    @Inject
    private Organisations organisations;

    @Inject
    private Me me;

    @Inject
    private ChosenSlot slot;

    private CourseForm form;
    private boolean checklist = true;

    @PostConstruct
    void begin() {
        if (!me.isStaff() && !me.isPlatformAdmin()) {
            throw new NotAllowedException();
        }
        form = slot.fresh(accreditations.schemes());
    }

    /** Begins with what somebody found to be free. */
    public void prefill() {
        if (me.isStaff()) {
            slot.fill(form);
        }
    }

    public String save() {
        return ViewEdition.shown(plan(), "agenda_plan-course.saved");
    }

    /** Where somebody waits for a course by this title, whom it would tell is shown before it opens. */
    public String saveAndPublish() {
        UUID edition = plan();
        if (announcements.openIfNobodyHears(edition).concernsAnybody()) {
            return ViewEdition.shown(edition, "agenda_plan-course.not-open-yet") + "&opening=true";
        }
        return ViewEdition.shown(edition, "agenda_view-edition.OPEN_ENROLMENT.done");
    }

    private UUID plan() {
        UUID edition = accreditations.plan(form.planned(), form.awarded());
        slot.book(edition);
        if (checklist && me.isStaff()) {
            checklists.make(edition);
        }
        return edition;
    }

    /** Whether what has to be done for it is written down at once, for whoever plans it. */
    public boolean isChecklist() {
        return checklist;
    }

    public void setChecklist(boolean checklist) {
        this.checklist = checklist;
    }

    public List<Organisation> getOrganisers() {
        return organisations.participants();
    }

    public CourseForm getForm() {
        return form;
    }
}
