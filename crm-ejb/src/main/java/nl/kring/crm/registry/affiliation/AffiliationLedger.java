package nl.kring.crm.registry.affiliation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.Period;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.Reason;

/** Begins and ends affiliations within an act. */
class AffiliationLedger {

    private static final BigDecimal MOST_FTE = BigDecimal.valueOf(2);

    private final Ledger ledger;
    private final Changing changing;

    AffiliationLedger(Ledger ledger, Changing changing) {
        this.ledger = ledger;
        this.changing = changing;
    }

    /** By the names that the world outside uses. */
    Affiliation begin(NewAffiliation wanted) {
        Person person = ledger.person(wanted.person());
        Long organisation = ledger.organisation(wanted.organisation()).getId();
        Affiliation.Terms terms = ledger.terms(
                new AffiliationTerms(wanted.role(), wanted.fte(), wanted.main(), wanted.replaces(), wanted.reason()));
        ledger.lock(person.getId(), null);
        return begin(person.getId(), organisation, terms, ledger.period(wanted.from(), wanted.to()));
    }

    /** By whoever may. */
    Affiliation end(UUID affiliation, LocalDate lastDay, String reason, long expectedVersion) {
        Affiliation ending = ledger.turn(Affiliation.class, affiliation, expectedVersion);
        ledger.requireMayEnd(ending);
        end(ending, ledger.day(lastDay), Reason.ifGiven(reason));
        return ending;
    }

    /** The person is locked by the caller. What registers said of the two gives way to what is said by hand. */
    Affiliation begin(Long personId, Long organisationId, Affiliation.Terms terms, Period period) {
        check(terms);
        for (Affiliation derived : derived(personId, organisationId)) {
            if (!period.outlasts(derived.getPeriod())) {
                ledger.requireMayEnd(derived);
            }
            changing.altering(derived);
            derived.withdraw(now());
        }
        ledger.em().flush();
        Affiliation begun = new Affiliation(personId, organisationId, terms, period, ledger.saying());
        refuseOverlap(begun, period);
        ledger.em().persist(begun);
        changing.begun(begun);
        return begun;
    }

    void end(Affiliation affiliation, LocalDate lastDay, String reason) {
        ledger.altering(affiliation, changing);
        Period ended = ledger.period(affiliation.getPeriod().validFrom(), lastDay);
        refuseOverlap(affiliation, ended);
        affiliation.endOn(lastDay);
        if (reason != null) {
            affiliation.because(reason);
        }
        ledger.em().flush();
        ledger.tellEnded(affiliation);
    }

    void correct(Affiliation affiliation, Period right) {
        ledger.altering(affiliation, changing);
        refuseOverlap(affiliation, right);
        affiliation.correctPeriod(right);
    }

    /** A register is denied by a withdrawn row that stays derived and has an account: the derivation makes none again. */
    void withdraw(Affiliation affiliation) {
        changing.altering(affiliation);
        if (affiliation.isDerived()) {
            affiliation.deny(ledger.currentUser().accountId());
        }
        affiliation.withdraw(now());
    }

    /** The same person, place and role twice on one day is refused before the database has to. */
    void refuseOverlap(Affiliation affiliation, Period period) {
        boolean taken = ledger.em()
                .createQuery("""
                        select a.period from Affiliation a
                         where a.personId = :person and a.organisationId = :organisation and a.role = :role
                           and a.withdrawnAt is null and a.uuid <> :self""", Period.class)
                .setParameter("person", affiliation.getPersonId())
                .setParameter("organisation", affiliation.getOrganisationId())
                .setParameter("role", affiliation.getRole())
                .setParameter("self", affiliation.getUuid())
                .getResultStream()
                .anyMatch(other -> other == null || other.overlaps(period));
        if (taken) {
            throw new OverlapException("affiliation-overlap");
        }
    }

    private List<Affiliation> derived(Long personId, Long organisationId) {
        return ledger.em()
                .createQuery("""
                        select a from Affiliation a
                         where a.personId = :person and a.organisationId = :organisation and a.derived
                           and a.withdrawnAt is null""", Affiliation.class)
                .setParameter("person", personId)
                .setParameter("organisation", organisationId)
                .getResultList();
    }

    private static void check(Affiliation.Terms terms) {
        if (terms.role() == null) {
            throw new InvalidInputException("affiliation-role");
        }
        BigDecimal fte = terms.fte();
        if (fte != null
                && (fte.signum() <= 0
                        || fte.compareTo(MOST_FTE) > 0
                        || fte.stripTrailingZeros().scale() > 2)) {
            throw new InvalidInputException("affiliation-fte");
        }
    }

    private Instant now() {
        return ledger.saying().at();
    }
}
