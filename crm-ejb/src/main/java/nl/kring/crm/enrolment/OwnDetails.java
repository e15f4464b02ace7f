package nl.kring.crm.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * What somebody may change of the own enrolment until the course begins: who pays and with which reference, and what was
 * answered to its questions. The seat and the price stay as they are.
 */
@Stateless
public class OwnDetails {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private EnrolmentAccess access;

    @Inject
    private AuditTrail audit;

    /**
     * What is to stand from now on.
     *
     * @param version of what the caller looked at
     * @param payer null for the person
     * @param answers by question; one that is not among them is answered no more
     */
    public record Change(UUID enrolment, long version, Payer payer, Map<UUID, String> answers)
            implements Serializable {}

    /**
     * One's own enrolment, to change it. For a professional.
     *
     * @throws NotFoundException there is none of the caller
     * @throws EnrolmentRefused it has ended, or the course has begun
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public OwnEnrolment of(UUID uuid) {
        Enrolment enrolment = changeable(uuid);
        Edition edition = enrolment.getEdition();
        List<CourseQuestion> asked =
                CourseQuestions.asked(em, edition.getCourse().getId());
        Payer payer = Payers.of(em, enrolment);
        Long organisation = enrolment.getPayerOrganisationId();
        return new OwnEnrolment(
                uuid,
                enrolment.getVersion(),
                edition.getCourse().getTitle(),
                edition.getStartsAt(),
                edition.getEndsAt(),
                enrolment.getPriceCents(),
                !edition.isInCompany() && !Payers.isInvoiced(em, enrolment),
                payer,
                organisation == null
                        ? null
                        : em.find(Organisation.class, organisation).getName(),
                Payers.employers(
                        em,
                        enrolment.getPerson().getId(),
                        AmsterdamTime.toLocal(clock.instant()).toLocalDate()),
                asked.stream().map(CourseQuestion::asQuestion).toList(),
                EnrolmentDetails.answersOf(em, enrolment, asked));
    }

    /**
     * Changes it; its story tells what kind of thing was changed. For a professional, of the own enrolment.
     *
     * @throws NotFoundException there is none of the caller
     * @throws EditConflictException it was changed since the caller looked
     * @throws EnrolmentRefused it has ended, the course has begun, its price was invoiced, or an organisation pays for its staff
     * @throws InvalidInputException a question that has to be answered is not, something cannot be kept, or the payer is none
     *     where the caller works
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public void change(Change wish) {
        Enrolment enrolment = changeable(wish.enrolment());
        em.refresh(enrolment, LockModeType.PESSIMISTIC_WRITE); // so that nobody changes it in between
        if (enrolment.getVersion() != wish.version()) {
            throw new EditConflictException();
        }
        em.lock(enrolment, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        EnrolmentStory story = new EnrolmentStory(em, clock);
        Payer before = Payers.of(em, enrolment);
        if (bill(enrolment, before, wish.payer() == null ? Payer.SELF : wish.payer())) {
            story.tell(enrolment, "PAYER_CHANGED", currentUser.accountId());
            audit.record("enrolment.payer-changed", enrolment.getUuid(), "was " + before.kind() + of(before));
        }
        if (answers(enrolment, wish.answers())) {
            story.tell(enrolment, "ANSWERS_CHANGED", currentUser.accountId());
            audit.record("enrolment.answers-changed", enrolment.getUuid(), null);
        }
    }

    private static String of(Payer payer) {
        return payer.organisation() == null ? "" : " " + payer.organisation();
    }

    private boolean bill(Enrolment enrolment, Payer before, Payer wish) {
        boolean other = wish.kind() != before.kind() || !Objects.equals(wish.organisation(), before.organisation());
        if (!other && Objects.equals(Payers.reference(wish), before.reference())) {
            return false;
        }
        if (other && enrolment.getEdition().isInCompany()) {
            throw new EnrolmentRefused.CompanyPays();
        }
        if (Payers.isInvoiced(em, enrolment)) {
            throw new EnrolmentRefused.Invoiced();
        }
        if (!Objects.equals(wish.organisation(), before.organisation())) {
            Payers.requireOwn(em, enrolment, wish, clock.instant());
        }
        Payers.write(em, enrolment, wish);
        return true;
    }

    private boolean answers(Enrolment enrolment, Map<UUID, String> answers) {
        EnrolmentWish wish = new EnrolmentWish(null, null, null, answers, Map.of(), null, null);
        return EnrolmentDetails.besidesConsent(em, enrolment.getEdition(), wish).keepAnew(enrolment);
    }

    private Enrolment changeable(UUID uuid) {
        Enrolment enrolment = access.enrolment(uuid);
        if (!access.isMyself(enrolment.getPerson())) {
            throw new NotFoundException();
        }
        if (enrolment.isEnded()) {
            throw new EnrolmentRefused.Ended();
        }
        CancellationPolicy.checkNotStarted(enrolment.getEdition().getStartsAt(), clock.instant());
        return enrolment;
    }
}
