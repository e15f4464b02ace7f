package nl.kring.crm.web.workbench;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.security.Colleague;
import nl.kring.crm.security.Colleagues;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.workbench.AbsenceLine;
import nl.kring.crm.workbench.ColleagueAbsences;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Who of the colleagues is away when, said by themselves or by one another. */
@Named
@ViewScoped
public class PlanAbsence implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ColleagueAbsences absences;

    @Inject
    private Colleagues colleagues;

    @Inject
    private CurrentUser currentUser;

    private List<AbsenceLine> lines;
    private List<Colleague> team;
    private String who;
    private LocalDate first;
    private LocalDate last;
    private String deputy;

    @PostConstruct
    void load() {
        lines = absences.list();
        team = colleagues.list();
        who = currentUser
                .identity()
                .map(Identity::accountUuid)
                .map(UUID::toString)
                .orElse("");
    }

    public void add() {
        absences.add(
                OwnValues.uuid(who), first, last, deputy == null || deputy.isBlank() ? null : OwnValues.uuid(deputy));
        again("added");
    }

    public void remove(UUID absence) {
        absences.remove(absence);
        again("removed");
    }

    private static void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "workbench_plan-absence.done." + what));
        Faces.redirect("/workbench/plan-absence.xhtml");
    }

    public List<AbsenceLine> getLines() {
        return lines;
    }

    public List<Colleague> getTeam() {
        return team;
    }

    public String getWho() {
        return who;
    }

    public void setWho(String who) {
        this.who = who;
    }

    public LocalDate getFirst() {
        return first;
    }

    public void setFirst(LocalDate first) {
        this.first = first;
    }

    public LocalDate getLast() {
        return last;
    }

    public void setLast(LocalDate last) {
        this.last = last;
    }

    public String getDeputy() {
        return deputy;
    }

    public void setDeputy(String deputy) {
        this.deputy = deputy;
    }
}
