package nl.kring.crm.attendance.closing;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionMove;
import nl.kring.crm.agenda.EditionStateException;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.agenda.Progress;
import nl.kring.crm.attendance.Attendances;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.Role;

/**
 * Finishing an edition: which steps are open for whom, and closing it when none is. For the organisers' staff; what is another's
 * does not exist for them.
 */
@Stateless
public class Closings {

    private static final int LONGEST_REASON = 300;
    private static final int SHOWN = 10;

    @Inject
    private ClosingReading reading;

    @Inject
    private Courses courses;

    @Inject
    private Editions editions;

    @Inject
    private Attendances attendances;

    @Inject
    private AuditTrail audit;

    /**
     * What is open of an edition, by participant, in as many queries as there are steps and a few. For staff of the organisers.
     *
     * @throws NotFoundException there is no such edition, it is a draft, or other organisations organise it
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public ClosingSheet sheet(UUID edition) {
        return reading.sheet(edition);
    }

    /** Editions of the caller's organisation that are over and were not closed, the last first; {@value #SHOWN} at most. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<ClosingDue> due() {
        return reading.due(SHOWN);
    }

    /**
     * Closes an edition: what came of each seat and the points that follow are settled, and it is archived. What is put right
     * afterwards is added as new lines. For staff of the organiser itself.
     *
     * @param because why it is closed though something is open, at most 300 characters; null when nothing is
     * @throws NotFoundException there is no such edition, it is a draft, or other organisations organise it
     * @throws NotAllowedException the caller's organisation is a co-organiser
     * @throws InvalidInputException something is open and no reason is given, or the edition is not over
     * @throws EditionStateException it was closed before or cancelled, or an accreditation is still asked for
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void close(UUID edition, String because) {
        String why = TypedText.text(because, LONGEST_REASON);
        ClosingSheet sheet = reading.sheet(edition);
        if (!sheet.over()) {
            throw new InvalidInputException("closing-too-early");
        }
        int open = sheet.open();
        if (open > 0 && why == null) {
            throw new InvalidInputException("closing-open", open);
        }
        if (sheet.state().isAnnounced()) {
            courses.move(edition, EditionMove.HOLD);
        }
        Progress progress = editions.edition(edition).progress();
        courses.advance(edition, finished(progress));
        attendances.settle(edition);
        courses.move(edition, EditionMove.ARCHIVE);
        reading.table()
                .close(
                        reading.edition(edition).id(),
                        sheet.rows().size(),
                        open,
                        open > 0 ? why : null,
                        reading.account(),
                        reading.now());
        audit.record("edition.closed", edition, sheet.rows().size() + " participants, " + open + " open");
    }

    /**
     * Opens an edition again that was closed, because something has to be done after all. What was settled stays until it is said
     * otherwise. For staff of the organiser itself.
     *
     * @param reason why, at most 300 characters
     * @throws NotFoundException there is no such edition, it is a draft, or other organisations organise it
     * @throws NotAllowedException the caller's organisation is a co-organiser
     * @throws InvalidInputException there is no reason
     * @throws EditionStateException it is not closed
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void reopen(UUID edition, String reason) {
        String why = TypedText.text(reason, LONGEST_REASON);
        if (why == null) {
            throw new InvalidInputException("closing-reason");
        }
        Long id = reading.edition(edition).id();
        courses.move(edition, EditionMove.REOPEN);
        reading.table().reopen(id, why, reading.account(), reading.now());
        audit.record("edition.opened-again", edition, null);
    }

    /** What is done for each participant is done; whether accreditation is granted others decide. */
    private static Progress finished(Progress now) {
        return new Progress(
                now.accreditation(),
                now.invoicing() == Progress.Invoicing.TO_INVOICE ? Progress.Invoicing.INVOICED : now.invoicing());
    }
}
