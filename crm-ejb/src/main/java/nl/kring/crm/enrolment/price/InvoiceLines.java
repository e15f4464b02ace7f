package nl.kring.crm.enrolment.price;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * What is to be invoiced, and what was, of the courses that the caller's organisation organises, also with others. What is
 * still to be invoiced follows the enrolments; what was stays, and a later change is a credit line and a new one.
 */
@Stateless
public class InvoiceLines {

    /** So many lines a page shows; a file has them all. */
    public static final int SHOWN = 500;

    private static final int ALL = 100_000;
    private static final int LAST = 20;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /** By day of the course, course and participant; the first {@link #SHOWN}, and one more when there are more. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<InvoiceLine> list(InvoiceFilter filter) {
        return table().read(filter, SHOWN + 1);
    }

    /** All of them, for a file. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<InvoiceLine> all(InvoiceFilter filter) {
        return table().read(filter, ALL);
    }

    /**
     * What is still to be invoiced of one person's enrolments, in cents by enrolment; also of those that were cancelled, and
     * less than nothing of what is to be credited. For staff; of other organisations' courses nothing is told.
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public Map<UUID, Integer> openOf(UUID person) {
        return table().openOf(person);
    }

    /** The last times that a selection was passed on, the newest first. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<Invoicing> invoicings() {
        return table().invoicings(LAST);
    }

    /**
     * Says that what is to be invoiced of these enrolments was, on that day. For staff.
     *
     * @param enrolments those of other organisations are left alone
     * @return the UUID by which it is taken back
     * @throws InvalidInputException there is no day or it is to come, or nothing is to be invoiced of them
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID invoice(Collection<UUID> enrolments, LocalDate on) {
        if (on == null || on.isAfter(LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM))) {
            throw new InvalidInputException("invoicing-day");
        }
        InvoiceTable table = table();
        table.lock(enrolments);
        UUID uuid = UUID.randomUUID();
        int lines = table.write(table.begin(uuid, on, currentUser.accountId(), clock.instant()), enrolments);
        if (lines == 0) {
            throw new InvalidInputException("invoicing-nothing");
        }
        audit.record("invoicing.made", uuid, "lines " + lines);
        return uuid;
    }

    /**
     * It was not invoiced after all: its lines count no more. For staff of the organisation that said so.
     *
     * @throws NotFoundException the caller's organisation said no such thing, or took it back
     * @throws InvalidInputException of one of its enrolments something was invoiced later
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void undo(UUID invoicing) {
        InvoiceTable table = table();
        table.lock(table.enrolmentsOf(invoicing));
        if (table.hasLater(invoicing)) {
            throw new InvalidInputException("invoicing-later");
        }
        if (table.undo(invoicing, currentUser.accountId(), clock.instant()) == 0) {
            throw new NotFoundException();
        }
        audit.record("invoicing.undone", invoicing, null);
    }

    private InvoiceTable table() {
        return new InvoiceTable(em, currentUser.requireOrganisation());
    }
}
