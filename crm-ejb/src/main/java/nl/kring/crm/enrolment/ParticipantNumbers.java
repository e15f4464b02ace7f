package nl.kring.crm.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.OwnNumbers;
import nl.kring.crm.security.Role;

/** Numbers of participants in the registers that count the points of a course, as its organisers hear them. */
@Stateless
public class ParticipantNumbers {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private EnrolmentAccess access;

    @Inject
    private OwnNumbers numbers;

    /**
     * Writes down the number that was missing; the caller's organisation says it from then on. One that is known is changed at
     * the person, by who looks after it. For staff of the organisers and the platform's administrator.
     *
     * @param register the code of the scheme that counts the points, like KABIZ-DA
     * @throws NotFoundException there is no such enrolment of theirs
     * @throws EditConflictException it is known by now
     * @throws InvalidInputException nothing was typed, or it cannot be a number of that register
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void tell(UUID enrolment, String register, String number) {
        Enrolment found = access.managedEnrolment(enrolment);
        if (number == null || number.isBlank()) {
            throw new InvalidInputException("person-register-number");
        }
        if (NeededNumbers.missing(em, found.getEdition(), found.getPerson()).stream()
                .noneMatch(missing -> missing.code().equals(register))) {
            throw new EditConflictException();
        }
        numbers.tellByStaff(
                found.getPerson().getUuid(), found.getEdition().getCourse().getOrganiserId(), register, number);
    }
}
