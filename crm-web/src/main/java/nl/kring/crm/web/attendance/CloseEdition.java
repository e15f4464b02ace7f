package nl.kring.crm.web.attendance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.attendance.AttendanceMark;
import nl.kring.crm.attendance.AttendanceSheet;
import nl.kring.crm.attendance.Attendances;
import nl.kring.crm.attendance.Certificates;
import nl.kring.crm.attendance.closing.ClosingSheet;
import nl.kring.crm.attendance.closing.ClosingStep;
import nl.kring.crm.attendance.closing.Closings;
import nl.kring.crm.attendance.closing.StepState;
import nl.kring.crm.enrolment.price.InvoiceFilter;
import nl.kring.crm.enrolment.price.InvoiceLine;
import nl.kring.crm.enrolment.price.InvoiceLines;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** An edition after the evening: what is open for whom, what can be done for all at once, and closing it. */
@Named
@ViewScoped
public class CloseEdition implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The steps that are done for everybody here; the others on a page of their own. */
    private static final Set<ClosingStep> HERE =
            Set.of(ClosingStep.PRESENCE, ClosingStep.CERTIFICATE, ClosingStep.INVOICE);

    @Inject
    private Closings closings;

    @Inject
    private Attendances attendances;

    @Inject
    private Certificates certificates;

    @Inject
    private InvoiceLines invoices;

    @Inject
    private Clock clock;

    private String id;
    private String reason;
    private ClosingSheet sheet;

    public void load() {
        sheet = closings.sheet(Shown.uuid(id));
    }

    /** Does a step for all for whom it is open. */
    public void all(ClosingStep step) {
        int done = switch (step) {
            case PRESENCE -> attendances.presentRest(sheet.edition());
            case CERTIFICATE -> certificates.issue(sheet.edition()).issued();
            case INVOICE -> invoice();
            default -> 0;
        };
        again("all." + step, done);
    }

    private int invoice() {
        Set<UUID> open = invoices.all(new InvoiceFilter(sheet.edition(), null, null, true, null)).stream()
                .map(InvoiceLine::enrolment)
                .collect(Collectors.toSet());
        invoices.invoice(open, LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM));
        return open.size();
    }

    /** Says of one participant, at every session so far. */
    public void was(UUID enrolment, boolean present) {
        attendances.record(
                sheet.edition(),
                attendances.sheet(sheet.edition()).sessions().stream()
                        .filter(AttendanceSheet.Column::open)
                        .map(session -> new AttendanceMark(enrolment, session.session(), present))
                        .toList());
        again("all.PRESENCE", 1);
    }

    public void close() {
        closings.close(sheet.edition(), reason);
        again("closed");
    }

    public void reopen() {
        closings.reopen(sheet.edition(), reason);
        again("reopened");
    }

    private void again(String what, Object... about) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "attendance_close-edition." + what, about));
        Faces.redirect("/attendance/close-edition.xhtml?id=%s", sheet.edition().toString());
    }

    /** What to say of a step of somebody. */
    public String text(ClosingStep step, StepState state) {
        return Texts.of(
                Faces.getLocale(),
                state.code() == null
                        ? "attendance.closing." + state.state()
                        : "attendance.closing." + step.name().toLowerCase(Locale.ROOT) + "." + state.code());
    }

    public boolean isHere(ClosingStep step) {
        return HERE.contains(step);
    }

    /** The page that does a step; that of the first participant for whom it is open. */
    public String target(ClosingStep step) {
        return sheet.rows().stream()
                .map(row -> row.of(step))
                .filter(state -> state.isOpen() && state.target() != null)
                .map(StepState::target)
                .findFirst()
                .orElse(null);
    }

    /** For whom something is open first, so that what is red is on top. */
    public List<ClosingSheet.Row> getRows() {
        return sheet.rows().stream()
                .sorted((one, other) -> Boolean.compare(other.isOpen(), one.isOpen()))
                .toList();
    }

    public String moment(Instant instant) {
        return Shown.moment(instant);
    }

    public ClosingSheet getSheet() {
        return sheet;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
