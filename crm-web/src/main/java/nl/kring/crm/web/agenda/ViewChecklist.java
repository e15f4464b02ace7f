package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.agenda.checklist.Checklists;
import nl.kring.crm.agenda.checklist.StepLine;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Colleague;
import nl.kring.crm.security.Colleagues;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What has to be done for an edition; one step at a time is opened to be given away, dated or left out. */
@Named
@ViewScoped
public class ViewChecklist implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Checklists checklists;

    @Inject
    private Editions editions;

    @Inject
    private Colleagues colleagues;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private transient Clock clock;

    private String id;
    private String step;
    private EditionDetail edition;
    private List<StepLine> steps;
    private List<Colleague> team;
    private StepLine chosen;
    private StepFields fields;
    private String owner;
    private String deputy;
    private LocalDate dueOn;
    private LocalDate today;
    private String reason;

    public void load() {
        UUID uuid = EditionId.of(id);
        steps = checklists.of(uuid);
        edition = editions.edition(uuid);
        team = colleagues.list();
        fields = new StepFields();
        today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        owner = currentUser
                .identity()
                .map(Identity::accountUuid)
                .map(UUID::toString)
                .orElse("");
        if (step != null && !step.isBlank()) {
            UUID wanted = EditionId.of(step);
            chosen = steps.stream()
                    .filter(line -> line.uuid().equals(wanted))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            owner = Objects.toString(chosen.owner(), "");
            deputy = Objects.toString(chosen.deputy(), "");
            dueOn = chosen.dueOn();
        }
    }

    public void make() {
        checklists.make(edition.uuid(), StepFields.colleague(owner), StepFields.colleague(deputy));
        again("made");
    }

    public void add() {
        checklists.add(edition.uuid(), fields.form());
        again("added");
    }

    public void finish(UUID which) {
        checklists.finish(edition.uuid(), which);
        again("finished");
    }

    public void reopen(UUID which) {
        checklists.reopen(edition.uuid(), which);
        again("reopened");
    }

    public void letWait(boolean waits) {
        checklists.letWait(edition.uuid(), chosen.uuid(), waits);
        again(waits ? "waits" : "goes-on");
    }

    public void share() {
        checklists.share(edition.uuid(), chosen.uuid(), StepFields.colleague(owner), StepFields.colleague(deputy));
        again("shared");
    }

    public void date() {
        checklists.date(edition.uuid(), chosen.uuid(), dueOn);
        again(dueOn == null ? "follows" : "dated");
    }

    public void skip() {
        checklists.skip(edition.uuid(), chosen.uuid(), reason);
        again("skipped");
    }

    private void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "agenda_view-checklist.done." + what));
        Faces.redirect("/agenda/view-checklist.xhtml?id=" + edition.uuid());
    }

    /** Whether something can be done for it still. */
    public boolean isTakingPlace() {
        return edition.line().state() != EditionState.CANCELLED;
    }

    /** Whether it should have been done. */
    public boolean late(StepLine line) {
        return line.isOpen() && line.dueOn().isBefore(today);
    }

    public long getEnded() {
        return steps.stream().filter(line -> !line.isOpen()).count();
    }

    public EditionDetail getEdition() {
        return edition;
    }

    public List<StepLine> getSteps() {
        return steps;
    }

    public List<Colleague> getTeam() {
        return team;
    }

    public StepLine getChosen() {
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

    public LocalDate getDueOn() {
        return dueOn;
    }

    public void setDueOn(LocalDate dueOn) {
        this.dueOn = dueOn;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
