package nl.kring.crm.web.agenda;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import nl.kring.crm.agenda.checklist.StepAction;
import nl.kring.crm.agenda.checklist.StepForm;
import nl.kring.crm.agenda.checklist.StepMoment;
import nl.kring.crm.agenda.checklist.TemplateLine;

/** The fields of a step, as they are typed. */
public class StepFields implements Serializable {

    private static final long serialVersionUID = 1L;

    private String title;
    private StepAction action = StepAction.NONE;
    private StepMoment moment = StepMoment.DAYS_BEFORE;
    private int days = 7;
    private String owner;
    private String deputy;

    static StepFields of(TemplateLine line) {
        StepFields fields = new StepFields();
        fields.title = line.title();
        fields.action = line.action();
        fields.moment = line.moment();
        fields.days = line.days();
        fields.owner = Objects.toString(line.owner(), "");
        fields.deputy = Objects.toString(line.deputy(), "");
        return fields;
    }

    StepForm form() {
        return new StepForm(title, action, moment, days, colleague(owner), colleague(deputy));
    }

    /** Who was chosen; nobody is null. */
    static UUID colleague(String chosen) {
        return chosen == null || chosen.isBlank() ? null : EditionId.of(chosen);
    }

    public StepAction[] getActions() {
        return StepAction.values();
    }

    public StepMoment[] getMoments() {
        return StepMoment.values();
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public StepAction getAction() {
        return action;
    }

    public void setAction(StepAction action) {
        this.action = action;
    }

    public StepMoment getMoment() {
        return moment;
    }

    public void setMoment(StepMoment moment) {
        this.moment = moment;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getDeputy() {
        return deputy;
    }

    public void setDeputy(String deputy) {
        this.deputy = deputy;
    }
}
