package nl.kring.crm.agenda.checklist;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import nl.kring.crm.platform.BaseEntity;

/** Something that is always to be done, and when; who does it unless somebody else is named. */
@Entity
@Table(name = "checklist_template_step")
class TemplateStep extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "template_id")
    private ChecklistTemplate template;

    private int position;
    private String title;

    @Enumerated(EnumType.STRING)
    private StepAction action;

    @Enumerated(EnumType.STRING)
    private StepMoment moment;

    private int days;
    private Long ownerId;
    private Long deputyId;

    @Version
    private long version;

    protected TemplateStep() {}

    TemplateStep(ChecklistTemplate template, int position) {
        this.template = template;
        this.position = position;
    }

    /** Sets all that is said of it. */
    void describe(StepForm form, Long newOwnerId, Long newDeputyId) {
        title = form.title();
        action = form.action();
        moment = form.moment();
        days = form.days();
        ownerId = newOwnerId;
        deputyId = newDeputyId;
    }

    /** The same in another template. */
    TemplateStep copyFor(ChecklistTemplate other) {
        TemplateStep copy = new TemplateStep(other, position);
        copy.describe(new StepForm(title, action, moment, days, null, null), ownerId, deputyId);
        return copy;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    int getPosition() {
        return position;
    }

    String getTitle() {
        return title;
    }

    StepAction getAction() {
        return action;
    }

    StepMoment getMoment() {
        return moment;
    }

    int getDays() {
        return days;
    }

    Long getOwnerId() {
        return ownerId;
    }

    Long getDeputyId() {
        return deputyId;
    }

    long getVersion() {
        return version;
    }
}
