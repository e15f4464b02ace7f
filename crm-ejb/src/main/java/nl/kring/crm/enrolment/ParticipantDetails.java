package nl.kring.crm.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** What the organiser's staff keep of an enrolment beside its seat: who pays, what is eaten, and what they noted. */
@Stateless
public class ParticipantDetails {

    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_DIET = 500;

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
     * What is to be kept of one enrolment.
     *
     * @param version of what the caller looked at
     * @param payer null when nobody said so, which is the person
     * @param diet the answer to what the course asks about eating; null for none, or where it does not ask
     * @param note null for none
     */
    public record Edit(UUID enrolment, long version, Payer payer, String diet, String note)
            implements java.io.Serializable {}

    /**
     * Writes one of them; that somebody else pays stands in its story. For staff of the edition's organisers and the
     * platform's administrator.
     *
     * @return the version to hand in with the next change
     * @throws NotFoundException there is no such enrolment of theirs
     * @throws EditConflictException somebody else changed it since the caller looked
     * @throws InvalidInputException a payer is none, or a text cannot be kept
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public long write(Edit edit) {
        Enrolment enrolment = access.managedEnrolment(edit.enrolment());
        if (enrolment.getVersion() != edit.version()) {
            throw new EditConflictException();
        }
        em.lock(enrolment, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        if (Payers.change(em, enrolment, edit.payer())) {
            new EnrolmentStory(em, clock).tell(enrolment, "PAYER_CHANGED", currentUser.accountId());
        }
        enrolment.remark(TypedText.line(edit.note(), LONGEST_NOTE));
        eats(enrolment, TypedText.line(edit.diet(), LONGEST_DIET));
        em.flush();
        audit.record("enrolment.details", enrolment.getUuid(), null);
        return enrolment.getVersion();
    }

    private void eats(Enrolment enrolment, String diet) {
        CourseQuestions.asked(em, enrolment.getEdition().getCourse().getId()).stream()
                .filter(question -> question.getKind() == QuestionKind.DIET)
                .findFirst()
                .ifPresent(question -> answer(enrolment.getId(), question.getId(), diet));
    }

    private void answer(Long enrolment, Long question, String diet) {
        em.createNativeQuery(
                        diet == null
                                ? "delete from crm.enrolment_answer where enrolment_id = :enrolment and question_id = :question and cast(:diet as text) is null"
                                : """
                                insert into crm.enrolment_answer (enrolment_id, question_id, answer)
                                values (:enrolment, :question, :diet)
                                    on conflict (enrolment_id, question_id) do update set answer = excluded.answer""")
                .setParameter("enrolment", enrolment)
                .setParameter("question", question)
                .setParameter("diet", diet)
                .executeUpdate();
    }
}
