package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.enrolment.CourseQuestions;
import nl.kring.crm.enrolment.MailPreview;
import nl.kring.crm.enrolment.Question;
import nl.kring.crm.enrolment.QuestionKind;
import nl.kring.crm.enrolment.Rehearsal;
import nl.kring.crm.enrolment.Rehearsals;
import nl.kring.crm.enrolment.SeatReservations;
import nl.kring.crm.enrolment.desk.AppliedLine;
import nl.kring.crm.enrolment.desk.NamedLine;
import nl.kring.crm.enrolment.team.TeamCourse;
import nl.kring.crm.enrolment.team.Teams;
import nl.kring.crm.registry.Profession;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/**
 * One course for the people of the practice: several at once, ticked or by a list, with what would come of it and what each
 * costs before anybody is enrolled; or seats for names to come.
 */
@Named
@ViewScoped
public class EnrolTeam implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Teams teams;

    @Inject
    private Rehearsals rehearsals;

    @Inject
    private SeatReservations reservations;

    @Inject
    private CourseQuestions asking;

    @Inject
    private Wording wording;

    private final String key = UUID.randomUUID().toString();
    private String id;
    private TeamCourse course;
    private List<Question> questions = List.of();
    private List<String> chosen = new ArrayList<>();
    private String block;
    private transient Part file;
    private List<NamedLine> unfound = List.of();
    private List<TeamRow> rows = List.of();
    private MailPreview preview;
    private boolean prerequisites;
    private Profession profession;
    private Integer number = 1;

    public void load() {
        course = teams.course(Wording.uuid(id));
        questions = asking.of(course.line().edition());
    }

    /** Shows what would come of it, and what it costs, before anybody is enrolled. */
    public void look() {
        unfound = List.of();
        rehearse();
    }

    /** The same of who stands on a list; who is meant by a line is chosen as if it was ticked. */
    public void lookList() throws IOException {
        List<NamedLine> lines = teams.read(course.line().edition(), ListFile.given(file, block));
        unfound = lines.stream()
                .filter(line -> line.found() != NamedLine.Found.ONE)
                .toList();
        chosen = new ArrayList<>(lines.stream()
                .filter(line -> line.found() == NamedLine.Found.ONE)
                .map(line -> line.candidates().get(0).person().toString())
                .toList());
        rehearse();
    }

    private void rehearse() {
        Rehearsal rehearsal = rehearsals.ofTeam(
                course.line().edition(), chosen.stream().map(UUID::fromString).toList());
        preview = chosen.isEmpty() ? null : rehearsal.mails();
        rows = rehearsal.outlooks().stream()
                .map(outlook -> new TeamRow(outlook, questions))
                .toList();
        if (rows.isEmpty() && unfound.isEmpty()) {
            Messages.addGlobalWarn("{0}", wording.text("enrolment_enrol-team.nobody-chosen"));
        }
    }

    /** Who is refused stays with what was filled in, to be tried again. */
    public void enrol() {
        List<TeamRow> tried = getPossibleRows();
        List<TeamRow> left = new ArrayList<>();
        for (AppliedLine line : teams.enrol(
                course.line().edition(),
                tried.stream().map(row -> row.wish(key, prerequisites)).toList())) {
            TeamRow row = tried.get(line.number() - 1);
            if (line.refused()) {
                row.refuse(wording.text(
                        "refusal." + line.refusal(), line.arguments().toArray()));
                left.add(row);
            } else {
                Messages.addFlashGlobalInfo(
                        "{0}",
                        wording.text(
                                "enrolment_enrol-team.done",
                                row.getOutlook().name(),
                                wording.text("values.enrolment-state." + line.state())));
            }
        }
        if (left.isEmpty()) {
            Faces.redirect("/enrolment/my-team.xhtml");
        } else {
            rows = left;
            preview = null;
            load();
        }
    }

    public void reserve() {
        int made = reservations
                .reserve(course.line().edition(), profession, number == null ? 0 : number)
                .size();
        Messages.addFlashGlobalInfo("{0}", wording.text("enrolment_enrol-team.reserved", made));
        Faces.redirect("/enrolment/my-team.xhtml");
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
        return getPossibleRows().stream()
                .mapToInt(row -> row.getOutlook().cents())
                .sum();
    }

    /** Those who would not be refused. */
    public List<TeamRow> getPossibleRows() {
        return rows.stream().filter(row -> !row.getOutlook().refused()).toList();
    }

    /** Those who would be. */
    public List<TeamRow> getRefusedRows() {
        return rows.stream().filter(row -> row.getOutlook().refused()).toList();
    }

    /** The lines of a list that name nobody, or several, or somebody who comes already. */
    public List<NamedLine> getUnfound() {
        return unfound;
    }

    public List<TeamRow> getRows() {
        return rows;
    }

    public MailPreview getPreview() {
        return preview;
    }

    public boolean isConsentAsked() {
        return questions.stream().anyMatch(each -> each.kind() == QuestionKind.CONSENT);
    }

    public TeamCourse getCourse() {
        return course;
    }

    public List<String> getChosen() {
        return chosen;
    }

    public void setChosen(List<String> chosen) {
        this.chosen = chosen;
    }

    public String getBlock() {
        return block;
    }

    public void setBlock(String block) {
        this.block = block;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
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
