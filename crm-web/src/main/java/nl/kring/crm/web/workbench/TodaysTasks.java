package nl.kring.crm.web.workbench;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.agenda.checklist.StepAction;
import nl.kring.crm.security.Colleague;
import nl.kring.crm.security.Colleagues;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.agenda.StepPages;
import nl.kring.crm.workbench.NewTask;
import nl.kring.crm.workbench.TaskBoard;
import nl.kring.crm.workbench.TaskLine;
import nl.kring.crm.workbench.Tasks;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What is to be done: one's own tasks, the team's, or those of a colleague who is away. */
@Named
@ViewScoped
public class TodaysTasks implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String TEAM = "team";

    @Inject
    private Tasks tasks;

    @Inject
    private Colleagues colleagues;

    @Inject
    private CurrentUser currentUser;

    @Inject
    @Param(name = "tasks")
    private String whose;

    @Inject
    @Param
    private String done;

    @Inject
    @Param
    private String after;

    @Inject
    @Param
    private String give;

    private TaskBoard board;
    private List<Colleague> team;
    private TaskLine given;
    private String handedTo;
    private String title;
    private LocalDate dueOn;
    private String assignee;

    @PostConstruct
    void load() {
        team = colleagues.list();
        assignee = currentUser
                .identity()
                .map(Identity::accountUuid)
                .map(UUID::toString)
                .orElse("");
        if (TEAM.equals(whose)) {
            board = tasks.team(after);
        } else if (whose == null || whose.isBlank()) {
            board = tasks.mine(after);
        } else {
            board = tasks.of(OwnValues.uuid(whose), after);
        }
        given = Stream.of(board.overdue(), board.thisWeek(), board.later(), board.waiting(), board.toTakeOver())
                .flatMap(List::stream)
                .filter(task -> task.uuid().toString().equals(give))
                .findFirst()
                .orElse(null);
        handedTo = given == null ? "" : Objects.toString(given.assignee(), "");
    }

    public void finish(UUID task) {
        tasks.finish(task);
        again("finished", "done=" + task);
    }

    public void reopen() {
        tasks.reopen(OwnValues.uuid(done));
        again("reopened", "");
    }

    public void takeOver(UUID task) {
        tasks.takeOver(task);
        again("taken-over", "");
    }

    public void handOver() {
        tasks.assign(given.uuid(), colleague(handedTo));
        again("handed-over", "");
    }

    public void add() {
        tasks.add(new NewTask(title, dueOn, colleague(assignee), null, null));
        again("added", "");
    }

    private static UUID colleague(String chosen) {
        return chosen == null || chosen.isBlank() ? null : OwnValues.uuid(chosen);
    }

    private void again(String what, String parameter) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "workbench.task." + what));
        Faces.redirect(address(parameter));
    }

    private String address(String parameter) {
        return "/workbench/today.xhtml?tasks="
                + (whose == null ? "" : encoded(whose))
                + (parameter.isEmpty() ? "" : "&" + parameter);
    }

    /** Where a task is handed over. */
    public String giving(TaskLine task) {
        return address("give=" + task.uuid() + (after == null ? "" : "&after=" + encoded(after))) + "#give";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where the tasks after these are; null when there are none. */
    public String getNext() {
        return board.next() == null ? null : address("after=" + encoded(board.next()));
    }

    /** The page that does it, or that it is about; null when it is about nothing in particular. */
    public String address(TaskLine task) {
        if (task.subjectKind() == null) {
            return null;
        }
        return switch (task.subjectKind()) {
            case PERSON -> "/registry/view-person.xhtml?id=" + task.subjectUuid();
            case ORGANISATION -> "/registry/view-organisation.xhtml?id=" + task.subjectUuid();
            case EDITION ->
                StepPages.address(
                        task.action() == null ? StepAction.NONE : StepAction.valueOf(task.action()),
                        task.subjectUuid());
            case PEER_REVIEW_GROUP -> "/peerreview/view-group.xhtml?id=" + task.subjectUuid();
        };
    }

    public boolean isUndoable() {
        return done != null && !done.isBlank();
    }

    /** What the address asks for, for the form that asks it; a form that is sent by another button changes only this copy. */
    public Map<String, String> getQuestion() {
        Map<String, String> question = new HashMap<>();
        question.put("tasks", whose);
        return question;
    }

    public TaskBoard getBoard() {
        return board;
    }

    public List<Colleague> getTeam() {
        return team;
    }

    /** The task that is being handed over, or null. */
    public TaskLine getGiven() {
        return given;
    }

    public String getHandedTo() {
        return handedTo;
    }

    public void setHandedTo(String handedTo) {
        this.handedTo = handedTo;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public LocalDate getDueOn() {
        return dueOn;
    }

    public void setDueOn(LocalDate dueOn) {
        this.dueOn = dueOn;
    }

    public String getAssignee() {
        return assignee;
    }

    public void setAssignee(String assignee) {
        this.assignee = assignee;
    }
}
