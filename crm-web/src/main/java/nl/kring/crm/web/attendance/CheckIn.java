package nl.kring.crm.web.attendance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.attendance.AttendanceMark;
import nl.kring.crm.attendance.Attendances;
import nl.kring.crm.attendance.presence.Attendee;
import nl.kring.crm.attendance.presence.DoorList;
import nl.kring.crm.attendance.presence.Scan;
import nl.kring.crm.attendance.presence.ScanAnswer;
import nl.kring.crm.attendance.presence.ScanBatch;
import nl.kring.crm.attendance.presence.ScanKind;
import nl.kring.crm.attendance.presence.Scans;
import nl.kring.crm.enrolment.desk.ParticipantSheets;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.registry.PersonLine;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.enrolment.Candidates;
import nl.kring.crm.web.enrolment.ShownPrice;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The door of a session: letting people in and out, also who walks in. Without scripts each press of a button is a scan. */
@Named
@ViewScoped
public class CheckIn implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Scans scans;

    @Inject
    private Attendances attendances;

    @Inject
    private ParticipantSheets sheets;

    @Inject
    private Persons persons;

    @Inject
    private Clock clock;

    private final String key = UUID.randomUUID().toString();
    private String id;
    private String edition;
    private String code;
    private String q;
    private String putRight;
    private String reason;
    private DoorList door;
    private List<PersonLine> candidates = List.of();

    /** Who only has a participant's code comes to the door where that belongs now. */
    public void load() {
        if (id == null && edition != null) {
            Faces.redirect(
                    "/attendance/check-in.xhtml?id=%s",
                    scans.sessionAt(Shown.uuid(edition)).toString());
            return;
        }
        if (id == null && code != null) {
            Faces.redirect(
                    "/attendance/check-in.xhtml?id=%s&code=%s",
                    scans.sessionOf(code).toString(), code);
            return;
        }
        door = scans.door(Shown.uuid(id));
        candidates = Candidates.named(persons, q);
    }

    public void read(String kind) {
        take(code, null, kind);
    }

    public void tap(UUID enrolment, String kind) {
        take(null, enrolment, kind);
    }

    /** Somebody without a seat gets one, for no more than was shown, and is in; number and payer can wait. */
    public void walkIn(UUID person, int shownCents) {
        ShownPrice.orAnew(
                () -> {
                    PriceWish price = new PriceWish(null, shownCents);
                    UUID enrolment = sheets.walkIn(door.edition(), person, key + person, price, Map.of())
                            .uuid();
                    take(null, enrolment, ScanKind.IN.name());
                },
                () -> {
                    Messages.addFlashGlobalWarn("{0}", Texts.of(Faces.getLocale(), "refusal.price-changed"));
                    Faces.redirect(
                            "/attendance/check-in.xhtml?id=%s&q=%s",
                            door.session().toString(), q);
                });
    }

    public void correct(boolean present) {
        attendances.correct(door.edition(), new AttendanceMark(Shown.uuid(putRight), door.session(), present), reason);
        again("corrected");
    }

    private void take(String read, UUID enrolment, String kind) {
        Instant now = clock.instant();
        Scan scan = new Scan(
                UUID.randomUUID(),
                read == null && enrolment == null ? "" : read,
                enrolment,
                ScanKind.valueOf(kind),
                now);
        ScanAnswer answer = scans.take(door.session(), new ScanBatch("page", now, List.of(scan)))
                .get(0);
        again(kind + "." + answer.outcome(), answer.name(), Shown.time(answer.at()));
    }

    private void again(String what, Object... about) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "attendance_check-in.said." + what, about));
        Faces.redirect("/attendance/check-in.xhtml?id=%s", door.session().toString());
    }

    public boolean isExpected(UUID person) {
        return door.attendees().stream().anyMatch(each -> each.person().equals(person));
    }

    /** Whose attendance is put right, or null. */
    public Attendee getWrong() {
        return door.attendees().stream()
                .filter(each -> each.enrolment().toString().equals(putRight))
                .findFirst()
                .orElse(null);
    }

    public String time(Instant instant) {
        return Shown.time(instant);
    }

    public String moment(Instant instant) {
        return Shown.moment(instant);
    }

    public DoorList getDoor() {
        return door;
    }

    public List<PersonLine> getCandidates() {
        return candidates;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    /** For who comes from an edition: its session that is nearest. */
    public String getEdition() {
        return edition;
    }

    public void setEdition(String edition) {
        this.edition = edition;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getPutRight() {
        return putRight;
    }

    public void setPutRight(String putRight) {
        this.putRight = putRight;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
