package nl.kring.crm.enrolment.price;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * Whether an organisation stands in the register of short vocational education (CRKBO), and so teaches free of VAT, from
 * which day on. Until something was said it does not. It holds for courses from that day on, by who enrols afterwards.
 */
@Stateless
public class VatSettings {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /** What was said of the caller's organisation, the latest day first. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<VatLine> list() {
        return said().stream()
                .map(setting -> new VatLine(setting.getValidFrom(), setting.isExempt()))
                .toList();
    }

    /**
     * Says so of the caller's organisation; said again of the same day it takes the place of what was said. For staff.
     *
     * @throws InvalidInputException there is no day
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void say(LocalDate from, boolean exempt) {
        if (from == null) {
            throw new InvalidInputException("vat-day");
        }
        VatSetting setting = said().stream()
                .filter(each -> each.getValidFrom().equals(from))
                .findFirst()
                .orElseGet(() -> new VatSetting(currentUser.requireOrganisation(), from));
        setting.say(exempt, currentUser.accountId(), clock.instant());
        em.persist(setting);
        em.flush();
        audit.record("vat.said", setting.getUuid(), "from " + from + (exempt ? " exempt" : " standard"));
    }

    private List<VatSetting> said() {
        return em.createQuery(
                        "select v from VatSetting v where v.organisationId = :own order by v.validFrom desc",
                        VatSetting.class)
                .setParameter("own", currentUser.requireOrganisation())
                .getResultList();
    }
}
