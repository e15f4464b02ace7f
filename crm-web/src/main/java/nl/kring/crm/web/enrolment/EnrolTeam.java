package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.enrolment.SeatReservations;
import nl.kring.crm.enrolment.TeamSeats;
import nl.kring.crm.enrolment.desk.AppliedLine;
import nl.kring.crm.enrolment.team.TeamCourse;
import nl.kring.crm.enrolment.team.Teams;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One course for the people of the practice: several at once with what each costs, or seats for names to come. */
@Named
@ViewScoped
public class EnrolTeam implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Somebody who was chosen, and what it costs. */
    public record Priced(UUID person, String name, int cents) implements Serializable {}

    @Inject
    private Teams teams;

    @Inject
    private TeamSeats seats;

    @Inject
    private SeatReservations reservations;

    @Inject
    private Me me;

    private final String key = UUID.randomUUID().toString();
    private String id;
    private TeamCourse course;
    private List<String> chosen = new ArrayList<>();
    private List<Priced> priced = List.of();
    private boolean prerequisites;
    private Profession profession;
    private Integer number = 1;

    public void load() {
        course = teams.course(Wording.uuid(id));
    }

    /** Shows what it costs before anybody is enrolled. */
    public void look() {
        priced = course.colleagues().stream()
                .filter(each -> chosen.contains(each.person().toString()))
                .map(each -> new Priced(
                        each.person(),
                        each.name(),
                        seats.quote(course.line().edition(), each.person()).priceCents()))
                .toList();
        if (priced.isEmpty()) {
            Messages.addGlobalWarn("{0}", text("enrolment_enrol-team.nobody-chosen"));
        }
    }

    public void enrol() {
        LinkedHashMap<UUID, Integer> shown = new LinkedHashMap<>();
        priced.forEach(each -> shown.put(each.person(), each.cents()));
        for (AppliedLine line : teams.enrol(course.line().edition(), key, shown, prerequisites)) {
            String name = priced.get(line.number() - 1).name();
            if (line.refused()) {
                String why = text("refusal." + line.refusal(), line.arguments().toArray());
                Messages.addFlashGlobalWarn("{0}", text("enrolment_enrol-team.refused", name, why));
            } else {
                Messages.addFlashGlobalInfo(
                        "{0}", text("enrolment_enrol-team.done", name, text("values.enrolment-state." + line.state())));
            }
        }
        Faces.redirect("/enrolment/my-team.xhtml");
    }

    public void reserve() {
        int made = reservations
                .reserve(course.line().edition(), profession, number == null ? 0 : number)
                .size();
        Messages.addFlashGlobalInfo("{0}", text("enrolment_enrol-team.reserved", made));
        Faces.redirect("/enrolment/my-team.xhtml");
    }

    private String text(String textKey, Object... arguments) {
        return Texts.of(me.getLocale(), textKey, arguments);
    }

    /** Who can be enrolled. */
    public List<TeamCourse.Colleague> getPossible() {
        return course.colleagues().stream()
                .filter(TeamCourse.Colleague::possible)
                .toList();
    }

    /** Who has, or waits for, a seat. */
    public List<TeamCourse.Colleague> getEnrolled() {
        return course.colleagues().stream()
                .filter(TeamCourse.Colleague::enrolled)
                .toList();
    }

    public Profession[] getProfessions() {
        return Profession.values();
    }

    public int getTotal() {
        return priced.stream().mapToInt(Priced::cents).sum();
    }

    public TeamCourse getCourse() {
        return course;
    }

    public List<Priced> getPriced() {
        return priced;
    }

    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(List<String> chosen) {
        this.chosen = chosen;
    }

    public boolean isPrerequisites() {
        return prerequisites;
    }

    public void setPrerequisites(boolean prerequisites) {
        this.prerequisites = prerequisites;
    }

    public Profession getProfession() {
        return profession;
    }

    public void setProfession(Profession profession) {
        this.profession = profession;
    }

    public Integer getNumber() {
        return number;
    }

    public void setNumber(Integer number) {
        this.number = number;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
