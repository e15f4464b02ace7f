package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.OrganisationKind;

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
        enrolment.bill(payer.kind(), organisation, reference(payer));
    }

    /**
     * Writes it where it is something else than what is kept.
     *
     * @param payer null when nobody said so, which is the person
     * @return whether somebody else pays now, or with another reference
     * @throws InvalidInputException as {@link #write}
     */
    static boolean change(EntityManager em, Enrolment enrolment, Payer payer) {
        Payer before = of(em, enrolment);
        if (payer == null) {
            enrolment.bill(null, null, null);
        } else {
            write(em, enrolment, payer);
        }
        return !before.equals(of(em, enrolment));
    }

    /** What the payer wants to read on the bill, as it is kept. */
    static String reference(Payer payer) {
        return TypedText.line(payer.reference(), LONGEST_REFERENCE);
    }

    /** Whether something of it was invoiced, and not taken back. */
    static boolean isInvoiced(EntityManager em, Enrolment enrolment) {
        return (Boolean) em.createNativeQuery("""
                        select exists (select 1 from crm.invoice_line l
                                         join crm.invoicing i on i.id = l.invoicing_id and i.undone_at is null
                                        where l.enrolment_id = :enrolment)""", Boolean.class)
                .setParameter("enrolment", enrolment.getId())
                .getSingleResult();
    }

    /** The organisations where somebody works on a day, which pay by his or her own word. */
    @SuppressWarnings("unchecked")
    static List<EnrolmentOffer.Employer> employers(EntityManager em, Long person, LocalDate day) {
        List<Object[]> rows = em.createNativeQuery("""
                        select distinct o.uuid, o.name, o.kind = 'PRACTICE'
                          from crm.affiliation a
                          join crm.organisation o on o.id = crm.organisation_survivor(a.organisation_id)
                         where a.person_id = :person and a.withdrawn_at is null
                           and daterange(a.valid_from, a.valid_to, '[]') @> cast(:day as date)
                         order by o.name, o.uuid""")
                .setParameter("person", person)
                .setParameter("day", day)
                .getResultList();
        return rows.stream()
                .map(row -> new EnrolmentOffer.Employer(
                        (UUID) row[0], (String) row[1], (Boolean) row[2] ? PayerKind.PRACTICE : PayerKind.CARE_GROUP))
                .toList();
    }

    /** @throws InvalidInputException somebody names an organisation as the payer where he or she does not work */
    static void requireOwn(EntityManager em, Enrolment enrolment, Payer payer, Instant at) {
        if (payer.organisation() != null
                && employers(
                                em,
                                enrolment.getPerson().getId(),
                                AmsterdamTime.toLocal(at).toLocalDate())
                        .stream()
                        .noneMatch(each -> each.organisation().equals(payer.organisation()))) {
            throw new InvalidInputException("enrolment-payer-own");
        }
    }

    /** An organisation pays, whatever was said before but the reference. */
    static void bill(EntityManager em, Enrolment enrolment, Long organisation) {
        boolean practice = em.find(Organisation.class, organisation).getKind() == OrganisationKind.PRACTICE;
        enrolment.bill(
                practice ? PayerKind.PRACTICE : PayerKind.CARE_GROUP, organisation, enrolment.getPayerReference());
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
