package nl.kring.crm.evaluation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.agenda.Course;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * The questionnaires of each organisation, and which one its courses use. What was asked once is never changed: each change is
 * another version, and answers keep theirs. One comes with the product; it can be copied, not changed.
 */
@Stateless
public class Questionnaires {

    private static final int FEWEST = 5;
    private static final int MOST = 500;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /** The own, and the one that comes with the product, by name. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<QuestionnaireLine> list(boolean retired) {
        return table().lines(currentUser.requireOrganisation(), retired);
    }

    /**
     * All of one in its latest version. For staff.
     *
     * @throws NotFoundException it is another organisation's, or none
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public QuestionnaireDetail detail(UUID uuid) {
        QuestionnaireTable.Kept kept = seen(uuid);
        return new QuestionnaireDetail(
                uuid,
                new QuestionnaireForm(kept.name(), table().questions(kept.id(), kept.latest())),
                kept.latest(),
                kept.organisationId() != null,
                kept.retired(),
                table().used(kept.id()));
    }

    /**
     * Makes one with the questions of another, of the own or the one that comes with the product. For staff.
     *
     * @throws NotFoundException there is none such to copy
     * @throws InvalidInputException there is no name, or one of this name
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID copy(UUID from, String name) {
        QuestionnaireTable.Kept kept = seen(from);
        QuestionnaireForm form =
                new QuestionnaireForm(QuestionnaireRules.name(name), table().questions(kept.id(), kept.latest()));
        mustBeFree(form.name(), -1L);
        UUID uuid = table().add(currentUser.requireOrganisation(), form, currentUser.accountId(), clock.instant());
        audit.record("questionnaire.added", uuid, null);
        return uuid;
    }

    /**
     * Writes another version. What was sent out already asks what it asked. For staff.
     *
     * @param number of the version that the caller read
     * @throws NotFoundException it is not the caller's organisation's
     * @throws EditConflictException a colleague made another version since
     * @throws InvalidInputException a question cannot be asked so, or there is another one of this name
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void change(UUID uuid, int number, QuestionnaireForm form) {
        QuestionnaireTable.Kept kept = own(uuid);
        if (kept.latest() != number) {
            throw new EditConflictException();
        }
        QuestionnaireForm checked = QuestionnaireRules.checked(form);
        mustBeFree(checked.name(), kept.id());
        table().version(kept.id(), number + 1, checked, currentUser.accountId(), clock.instant());
        audit.record("questionnaire.changed", uuid, "version " + (number + 1));
    }

    /**
     * Puts one away, or takes it out again: it can be chosen no more, courses that use it go on. For staff.
     *
     * @throws NotFoundException it is not the caller's organisation's
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void retire(UUID uuid, boolean away) {
        table().retire(own(uuid).id(), away ? clock.instant() : null);
        audit.record(away ? "questionnaire.retired" : "questionnaire.brought-back", uuid, null);
    }

    /** How the own organisation evaluates. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public EvaluationRule rule() {
        return table().rule(currentUser.requireOrganisation())
                .orElse(new EvaluationRule(null, EvaluationRule.USUAL_LOW_MARK, FEWEST));
    }

    /**
     * Says how the own organisation evaluates from now on. For its administrators.
     *
     * @throws NotFoundException there is no such questionnaire
     * @throws InvalidInputException the mark is none, or fewer than five answers would do
     */
    @RolesAllowed(Role.ORGANISATION_ADMINS)
    public void changeRule(EvaluationRule rule) {
        if (rule.lowMark() == null
                || rule.lowMark().compareTo(BigDecimal.ONE) < 0
                || rule.lowMark().compareTo(BigDecimal.TEN) > 0
                || rule.lowMark().stripTrailingZeros().scale() > 1) {
            throw new InvalidInputException("evaluation-low-mark");
        }
        if (rule.leastAnswers() < FEWEST || rule.leastAnswers() > MOST) {
            throw new InvalidInputException("evaluation-least-answers", FEWEST, MOST);
        }
        Long usual = rule.usual() == null ? null : seen(rule.usual()).id();
        table().rule(currentUser.requireOrganisation(), usual, rule, currentUser.accountId(), clock.instant());
        audit.record("evaluation.rule-changed", null, null);
    }

    /**
     * What the participants of an edition's course are asked. For staff of its organisers.
     *
     * @throws NotFoundException the edition does not exist for the caller
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public CourseQuestionnaire ofCourse(UUID edition) {
        Course course = course(edition);
        Optional<Optional<UUID>> chosen = table().chosen(course.getId());
        return new CourseQuestionnaire(
                course.getTitle(),
                chosen.flatMap(one -> one).orElse(null),
                chosen.isPresent() && chosen.get().isEmpty(),
                table().lines(course.getOrganiserId(), false));
    }

    /**
     * Says what they are asked from the next edition on that is evaluated: that questionnaire, with nothing the usual one of the
     * organiser. For staff of its organisers.
     *
     * @throws NotFoundException the edition does not exist for the caller, or there is no such questionnaire of its organiser
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void choose(UUID edition, UUID questionnaire) {
        Course course = course(edition);
        if (questionnaire == null) {
            table().chooseUsual(course.getId());
        } else {
            Long id = table().find(questionnaire, false)
                    .filter(one ->
                            one.organisationId() == null || one.organisationId().equals(course.getOrganiserId()))
                    .orElseThrow(NotFoundException::new)
                    .id();
            table().choose(course.getId(), id, currentUser.accountId(), clock.instant());
        }
        audit.record("questionnaire.chosen", edition, questionnaire == null ? "usual" : questionnaire.toString());
    }

    /** Says that they are asked nothing. Rights as with {@link #choose}. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void chooseNone(UUID edition) {
        table().choose(course(edition).getId(), null, currentUser.accountId(), clock.instant());
        audit.record("questionnaire.chosen", edition, "none");
    }

    private Course course(UUID edition) {
        return em.createQuery("select c from Edition e join e.course c where e.uuid = :uuid", Course.class)
                .setParameter("uuid", edition)
                .getResultStream()
                .filter(one -> currentUser.worksFor(one.getOrganiserId())
                        || one.getCoOrganisers().stream().anyMatch(currentUser::worksFor))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private void mustBeFree(String name, Long but) {
        if (table().isNameTaken(currentUser.requireOrganisation(), name, but)) {
            throw new InvalidInputException("evaluation-name-taken", name);
        }
    }

    private QuestionnaireTable.Kept seen(UUID uuid) {
        Long organisation = currentUser.requireOrganisation();
        return table().find(uuid, false)
                .filter(one ->
                        one.organisationId() == null || one.organisationId().equals(organisation))
                .orElseThrow(NotFoundException::new);
    }

    private QuestionnaireTable.Kept own(UUID uuid) {
        Long organisation = currentUser.requireOrganisation();
        return table().find(uuid, true)
                .filter(one -> organisation.equals(one.organisationId()))
                .orElseThrow(NotFoundException::new);
    }

    private QuestionnaireTable table() {
        return new QuestionnaireTable(em);
    }
}
