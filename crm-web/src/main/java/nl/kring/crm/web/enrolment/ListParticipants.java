package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.enrolment.HeldSeats;
import nl.kring.crm.enrolment.ParticipantList;
import nl.kring.crm.enrolment.SeatDecisions;
import nl.kring.crm.enrolment.SeatReservations;
import nl.kring.crm.enrolment.desk.ParticipantSheet;
import nl.kring.crm.enrolment.desk.ParticipantSheets;
import org.omnifaces.util.Faces;

/** Who comes to an edition and who waits; cancelling for somebody. Who is put on it is found by {@link AddParticipant}. */
@Named
@ViewScoped
public class ListParticipants implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Enrolments enrolments;

    @Inject
    private ParticipantSheets sheets;

    @Inject
    private SeatReservations reservations;

    @Inject
    private SeatDecisions decisions;

    private String id;
    private String done;
    private ParticipantSheet sheet;
    private List<HeldSeats> held = List.of();

    public void open() {
        sheet = sheets.of(Wording.uuid(id));
        held = reservations.at(sheet.list().editionUuid());
    }

    /** Also says no to a request. */
    public void cancel(UUID enrolment, String because) {
        enrolments.cancel(enrolment, because);
        show("cancelled");
    }

    /** Says yes to a request. */
    public void approve(UUID enrolment) {
        decisions.approve(enrolment);
        show("approved");
    }

    /** Says yes for somebody to whom a seat is offered, and who said so by telephone. */
    public void accept(UUID enrolment) {
        enrolments.accept(enrolment);
        show("accepted");
    }

    private void show(String what) {
        Faces.redirect(
                "/enrolment/list-participants.xhtml?id=%s&done=%s",
                sheet.list().editionUuid().toString(), what);
    }

    public ParticipantSheet getSheet() {
        return sheet;
    }

    /** Seats for names to come, by practice. */
    public List<HeldSeats> getHeld() {
        return held;
    }

    public ParticipantList getList() {
        return sheet.list();
    }

    /** What was just done: {@code enrolled}, {@code cancelled}, {@code approved}, {@code accepted} or nothing. */
    public String getDone() {
        return List.of("enrolled", "cancelled", "approved", "accepted").contains(done == null ? "" : done)
                ? done
                : null;
    }

    public void setDone(String done) {
        this.done = done;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
