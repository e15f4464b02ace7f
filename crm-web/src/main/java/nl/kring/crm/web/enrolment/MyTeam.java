package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.enrolment.SeatReservations;
import nl.kring.crm.enrolment.TeamSeats;
import nl.kring.crm.enrolment.team.Team;
import nl.kring.crm.enrolment.team.TeamChoice;
import nl.kring.crm.enrolment.team.Teams;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The people of the practice with their courses to come: who comes instead of whom, and who has a seat without a name. */
@Named
@ViewScoped
public class MyTeam implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Teams teams;

    @Inject
    private TeamSeats seats;

    @Inject
    private SeatReservations reservations;

    private String q;
    private String find;
    private String enrolment;
    private String reservation;
    private String person;
    private Team team;
    private List<TeamChoice> courses = List.of();

    public void load() {
        team = teams.mine();
        if (isSearched()) {
            courses = teams.courses(q);
        }
    }

    public void replace() {
        seats.replace(Wording.uuid(enrolment), Wording.uuid(person));
        again("replaced");
    }

    public void name() {
        reservations.name(Wording.uuid(reservation), Wording.uuid(person));
        again("named");
    }

    public void giveBack(UUID seat) {
        reservations.giveBack(seat);
        again("given-back");
    }

    private static void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "enrolment_my-team." + what));
        Faces.redirect("/enrolment/my-team.xhtml");
    }

    /** Whose seat is to be passed on; null when nobody was chosen. */
    public Team.Member getLeaving() {
        return team.members().stream()
                .filter(member -> member.courses().stream().anyMatch(this::isChosen))
                .findFirst()
                .orElse(null);
    }

    /** The course at which somebody else is to come. */
    public Team.Course getPassedOn() {
        return team.members().stream()
                .flatMap(member -> member.courses().stream())
                .filter(this::isChosen)
                .findFirst()
                .orElse(null);
    }

    private boolean isChosen(Team.Course course) {
        return course.replaceable() && course.enrolment().toString().equals(enrolment);
    }

    /** The seat that somebody is to be named for; null when none was chosen. */
    public Team.Reserved getUnnamed() {
        return team.reserved().stream()
                .filter(each -> each.reservation().toString().equals(reservation))
                .findFirst()
                .orElse(null);
    }

    /** Who can come: the colleagues of the same profession. */
    public List<Team.Member> getColleagues() {
        Team.Member leaving = getLeaving();
        Team.Reserved unnamed = getUnnamed();
        Profession wanted = leaving != null ? leaving.profession() : unnamed == null ? null : unnamed.profession();
        return team.members().stream()
                .filter(member -> member.works() && member.profession() == wanted && !member.equals(leaving))
                .toList();
    }

    /** Whether courses were looked for, also without a word: then all that are open. */
    public boolean isSearched() {
        return q != null || find != null;
    }

    public String getFind() {
        return find;
    }

    public void setFind(String find) {
        this.find = find;
    }

    public Team getTeam() {
        return team;
    }

    public List<TeamChoice> getCourses() {
        return courses;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getEnrolment() {
        return enrolment;
    }

    public void setEnrolment(String enrolment) {
        this.enrolment = enrolment;
    }

    public String getReservation() {
        return reservation;
    }

    public void setReservation(String reservation) {
        this.reservation = reservation;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }
}
