package nl.kring.crm.accreditation.request;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Role;

/**
 * What the bodies of registers usually ask, with which a request begins, and which organisations may accredit in-house. A request that
 * was begun keeps its own. For the platform's administrator.
 */
@Stateless
public class AccreditationTerms {

    private static final int MOST_DAYS = 365;
    private static final int MOST_MONTHS = 60;
    private static final int MOST_FEE = 1_000_000;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private AuditTrail audit;

    /**
     * What one body asks.
     *
     * @param leadDays how long before the first day
     * @param attendanceDays within how many days after the last day the attendance has to be there
     * @param feeCents in cents, or null when it is not known
     */
    public record TermsLine(
            String scheme, String name, int leadDays, int attendanceDays, int validityMonths, Integer feeCents)
            implements Serializable {}

    /**
     * Who may accredit in-house, and where.
     *
     * @param number of the institutional accreditation, or null
     * @param validTo null while no end is known
     */
    public record HolderLine(
            String organisation,
            String organisationName,
            String scheme,
            String number,
            LocalDate validFrom,
            LocalDate validTo)
            implements Serializable {}

    /** The terms of all bodies, in the usual order of the registers. */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public List<TermsLine> terms() {
        return RequestTable.rows(em.createNativeQuery("""
                        select s.code, s.name, t.lead_days, t.attendance_days, t.validity_months, t.fee_cents
                          from crm.accreditation_terms t join crm.scheme s on s.code = t.scheme_code order by s.position""", Tuple.class)).stream()
                .map(row -> new TermsLine(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, Integer.class),
                        row.get(3, Integer.class),
                        row.get(4, Integer.class),
                        row.get(5, Integer.class)))
                .toList();
    }

    /**
     * Keeps what a body asks from now on.
     *
     * @throws NotFoundException it is asked nothing
     * @throws InvalidInputException a value cannot be
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public void keep(TermsLine line) {
        if (line.leadDays() < 0
                || line.leadDays() > MOST_DAYS
                || line.attendanceDays() < 0
                || line.attendanceDays() > MOST_DAYS) {
            throw new InvalidInputException("accreditation-days", MOST_DAYS);
        }
        if (line.validityMonths() < 1 || line.validityMonths() > MOST_MONTHS) {
            throw new InvalidInputException("accreditation-months", MOST_MONTHS);
        }
        if (line.feeCents() != null && (line.feeCents() < 0 || line.feeCents() > MOST_FEE)) {
            throw new InvalidInputException("accreditation-fee");
        }
        int kept = em.createNativeQuery("""
                        update crm.accreditation_terms set lead_days = :lead, attendance_days = :attendance, validity_months = :months,
                               fee_cents = cast(:fee as integer)
                         where scheme_code = :scheme""")
                .setParameter("lead", line.leadDays())
                .setParameter("attendance", line.attendanceDays())
                .setParameter("months", line.validityMonths())
                .setParameter("fee", line.feeCents())
                .setParameter("scheme", line.scheme())
                .executeUpdate();
        if (kept == 0) {
            throw new NotFoundException();
        }
        audit.record("accreditation.terms-kept", null, line.scheme());
    }

    /** Who may accredit in-house, by name. */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public List<HolderLine> holders() {
        return RequestTable.rows(em.createNativeQuery("""
                        select o.code, o.name, i.scheme_code, i.number, cast(i.valid_from as text) as valid_from,
                               cast(i.valid_to as text) as valid_to
                          from crm.institutional_accreditation i
                          join crm.organisation o on o.id = i.organisation_id
                         order by o.name, i.scheme_code""", Tuple.class)).stream()
                .map(row -> new HolderLine(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        RequestTable.day(row, "valid_from"),
                        RequestTable.day(row, "valid_to")))
                .toList();
    }

    /**
     * Keeps that an organisation may accredit in-house for a register between these days.
     *
     * @throws InvalidInputException the organisation does not take part, the register is asked nothing, or the days cannot be
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public void hold(HolderLine line) {
        if (line.validFrom() == null || line.validTo() != null && line.validTo().isBefore(line.validFrom())) {
            throw new InvalidInputException("accreditation-validity");
        }
        int kept = em.createNativeQuery("""
                        insert into crm.institutional_accreditation (organisation_id, scheme_code, number, valid_from, valid_to)
                        select o.id, t.scheme_code, :number, :from, cast(:to as date)
                          from crm.organisation o, crm.accreditation_terms t
                         where o.code = :organisation and o.participant and t.scheme_code = :scheme
                        on conflict (organisation_id, scheme_code) do update
                           set number = excluded.number, valid_from = excluded.valid_from, valid_to = excluded.valid_to""")
                .setParameter("number", RequestRules.code(line.number()))
                .setParameter("from", line.validFrom())
                .setParameter(
                        "to", line.validTo() == null ? null : line.validTo().toString())
                .setParameter("organisation", line.organisation())
                .setParameter("scheme", line.scheme())
                .executeUpdate();
        if (kept == 0) {
            throw new InvalidInputException("accreditation-scheme", line.scheme());
        }
        audit.record("accreditation.holder-kept", null, line.organisation() + " " + line.scheme());
    }
}
