package nl.kring.crm.attendance.delivery;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.stream.Collectors;
import nl.kring.crm.accreditation.request.EditionAnnouncements;
import nl.kring.crm.audit.AuditTrail;

/** What goes with an act: the audit, and the tasks that are done once everybody of a register was delivered. */
@Dependent
class DeliveryActs {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private EditionAnnouncements announcements;

    @Inject
    private AuditTrail audit;

    void tell(String what, OwnEdition edition, String scheme, int count) {
        audit.record("delivery." + what, edition.uuid(), (scheme == null ? "" : scheme + " ") + count);
        if (!what.equals("entered")) {
            return;
        }
        new DeliveryTable(em)
                .lines(edition.id()).stream()
                        .filter(line -> line.scheme() != null)
                        .collect(Collectors.groupingBy(
                                DeliveryLine::scheme,
                                Collectors.filtering(
                                        line -> line.state() == DeliveryState.READY
                                                || line.state() == DeliveryState.BLOCKED
                                                || line.state() == DeliveryState.REJECTED,
                                        Collectors.counting())))
                        .forEach((register, open) -> {
                            if (open == 0) {
                                announcements.delivered(edition.uuid(), register);
                            }
                        });
    }
}
