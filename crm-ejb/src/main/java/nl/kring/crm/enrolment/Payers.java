package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.registry.organisation.Organisation;

/** Who pays for an enrolment, as it is kept. */
final class Payers {

    private static final int LONGEST_REFERENCE = 60;

    private Payers() {}

    /** @throws InvalidInputException an organisation is missing or is none, or the reference cannot be kept */
    static void write(EntityManager em, Enrolment enrolment, Payer payer) {
        boolean self = payer.kind() == PayerKind.SELF;
        Long organisation = self || payer.organisation() == null
                ? null
                : em.createQuery("select o.id from Organisation o where o.uuid = :uuid", Long.class)
                        .setParameter("uuid", payer.organisation())
                        .getResultStream()
                        .findFirst()
                        .orElseThrow(() -> new InvalidInputException("enrolment-payer"));
        if (payer.kind() == null || payer.kind() == PayerKind.CARE_GROUP && organisation == null) {
            throw new InvalidInputException("enrolment-payer");
        }
        enrolment.bill(payer.kind(), organisation, TypedText.line(payer.reference(), LONGEST_REFERENCE));
    }

    /** Who pays; the person when nobody said otherwise. */
    static Payer of(EntityManager em, Enrolment enrolment) {
        return enrolment.getPayerKind() == null
                ? Payer.SELF
                : new Payer(
                        enrolment.getPayerKind(),
                        enrolment.getPayerOrganisationId() == null
                                ? null
                                : em.find(Organisation.class, enrolment.getPayerOrganisationId())
                                        .getUuid(),
                        enrolment.getPayerReference());
    }
}
