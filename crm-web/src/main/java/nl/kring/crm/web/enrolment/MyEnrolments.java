package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.kring.crm.enrolment.EnrolmentLine;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.enrolment.WaitingReason;
import org.omnifaces.util.Faces;

/** Somebody's own enrolments, and what just happened to one of them. */
@Named
@ViewScoped
public class MyEnrolments implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Enrolments enrolments;

    private nl.kring.crm.enrolment.MyEnrolments mine;
    private String enrolled;
    private String cancelled;

    public void open() {
        mine = enrolments.mine();
    }

    public void cancel(UUID uuid) {
        enrolments.cancel(uuid);
        Faces.redirect("/enrolment/my-enrolments.xhtml?cancelled=%s", uuid.toString());
    }

    public void accept(UUID uuid) {
        enrolments.accept(uuid);
        Faces.redirect("/enrolment/my-enrolments.xhtml?enrolled=%s", uuid.toString());
    }

    public List<EnrolmentLine> getUpcoming() {
        return mine.upcoming();
    }

    /** For whom a seat is held: to be answered, so it comes first. */
    public List<EnrolmentLine> getOffered() {
        return waiting(line -> line.state() == EnrolmentState.OFFERED);
    }

    public List<EnrolmentLine> getWaiting() {
        return waiting(line -> line.state() != EnrolmentState.OFFERED && line.reason() != WaitingReason.DRAW);
    }

    /** Who waits for a draw, in which nobody is before anybody else. */
    public List<EnrolmentLine> getDrawn() {
        return waiting(line -> line.reason() == WaitingReason.DRAW);
    }

    private List<EnrolmentLine> waiting(Predicate<EnrolmentLine> which) {
        return mine.waiting().stream().filter(which).toList();
    }

    public List<EnrolmentLine> getPast() {
        return mine.past();
    }

    public boolean isNone() {
        return mine.upcoming().isEmpty()
                && mine.waiting().isEmpty()
                && mine.past().isEmpty();
    }

    /** The enrolment that was just made; null when none was. */
    public EnrolmentLine getJustEnrolled() {
        return enrolled == null
                ? null
                : all().filter(line -> line.uuid().toString().equals(enrolled))
                        .filter(line -> line.state() != EnrolmentState.CANCELLED)
                        .findFirst()
                        .orElse(null);
    }

    /** The enrolment that was just cancelled; null when none was. */
    public EnrolmentLine getJustCancelled() {
        return cancelled == null
                ? null
                : all().filter(line -> line.uuid().toString().equals(cancelled))
                        .filter(line -> line.state() == EnrolmentState.CANCELLED)
                        .findFirst()
                        .orElse(null);
    }

    private Stream<EnrolmentLine> all() {
        return Stream.of(mine.upcoming(), mine.waiting(), mine.past()).flatMap(List::stream);
    }

    public String getEnrolled() {
        return enrolled;
    }

    public void setEnrolled(String enrolled) {
        this.enrolled = enrolled;
    }

    public String getCancelled() {
        return cancelled;
    }

    public void setCancelled(String cancelled) {
        this.cancelled = cancelled;
    }
}
