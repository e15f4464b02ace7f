package nl.kring.crm.registry.affiliation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Period;
import nl.kring.crm.security.Role;

/** Who is away and who stands in; never why. Staff of any participant say so: cover cannot wait for a steward. */
@Stateless
public class Absences {

    @Inject
    private Ledger ledger;

    /**
     * Somebody is away. For staff and the platform's administrator.
     *
     * @param to the last day, or null until further notice
     * @param coveredBy who stands in, or null
     * @throws NotFoundException there is no such person
     * @throws InvalidInputException there is no first day, the period cannot be, or somebody stands in for himself or herself
     * @throws OverlapException he or she is away on some of these days already
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Change register(UUID person, LocalDate from, LocalDate to, UUID coveredBy) {
        Changing changing = new Changing("absence.registered");
        Long away = ledger.person(person).getId();
        ledger.lock(away, null);
        Absence absence = begin(away, from, to, coveredBy, changing);
        return ledger.done(changing, away, absence.getUuid());
    }

    /** Other days or another one who stands in. For the same callers; refuses the same, and an absence changed since. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Change replace(UUID absence, LocalDate from, LocalDate to, UUID coveredBy, long expectedVersion) {
        Absence old = ledger.turn(Absence.class, absence, expectedVersion);
        Changing changing = new Changing("absence.replaced");
        changing.altering(old);
        old.withdraw(ledger.saying().at());
        Absence now = begin(old.getPersonId(), from, to, coveredBy, changing);
        return ledger.done(changing, old.getPersonId(), now.getUuid());
    }

    /**
     * It was never so, or did not happen. For the same callers.
     *
     * @throws EditConflictException it was changed or withdrawn since the caller looked
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Change withdraw(UUID absence, long expectedVersion) {
        Absence wrong = ledger.turn(Absence.class, absence, expectedVersion);
        Changing changing = new Changing("absence.withdrawn");
        changing.altering(wrong);
        wrong.withdraw(ledger.saying().at());
        return ledger.done(changing, wrong.getPersonId(), wrong.getUuid());
    }

    /**
     * When somebody is away. For staff and the platform's administrator, and for a professional his or her own.
     *
     * @param asOf the day, or null for all
     * @throws NotFoundException there is no such person for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS, Role.PROFESSIONALS})
    public List<AbsenceLine> ofPerson(UUID person, LocalDate asOf) {
        return new AffiliationReading(ledger.em()).absences(ledger.readable(person), asOf);
    }

    private Absence begin(Long away, LocalDate from, LocalDate to, UUID coveredBy, Changing changing) {
        Period period = ledger.period(ledger.day(from), to);
        Long cover = coveredBy == null ? null : ledger.person(coveredBy).getId();
        if (away.equals(cover)) {
            throw new InvalidInputException("absence-own-cover");
        }
        ledger.em().flush();
        Absence absence = new Absence(away, cover, period, ledger.saying());
        new AbsenceOverlap(ledger.em()).refuse(absence, period);
        ledger.em().persist(absence);
        changing.begun(absence);
        return absence;
    }
}
