package nl.kring.crm.peerreview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.attendance.credit.MeetingCredits;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * The meetings and plans of peer review groups, recorded by their quality consultant or by the office; what a meeting gives is in the
 * ledger at once, and what is put right there too.
 */
@Stateless
public class PeerReviewMeetings {

    private static final int LONGEST_SUBJECT = 150;
    private static final int LONGEST_REPORT = 4000;
    private static final int FEWEST = 15;
    private static final int MOST = 720;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private GroupAccess access;

    @Inject
    private MeetingCredits credits;

    /**
     * Says that a group met. For its consultant of today and staff of its organisation.
     *
     * @throws NotFoundException the caller has nothing to do with the group
     * @throws NotAllowedException the caller is a member alone
     * @throws InvalidInputException the day lies in the future or outside the time of the group, the minutes or the subject cannot be,
     *     nobody was there, or somebody was who is not in it
     * @throws DayFullException somebody would have more on that day than a day has working hours, over all meetings and groups
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PROFESSIONALS})
    public UUID record(UUID group, MeetingForm form) {
        PeerReviewGroup of = access.record(group);
        PeerReviewMeeting meeting = new PeerReviewMeeting(of.getId(), currentUser.accountId(), clock.instant());
        Map<Long, Integer> present = tell(meeting, of, form);
        em.persist(meeting);
        em.flush();
        settle(of, meeting, present);
        audit.record("peer-review.met", meeting.getUuid(), form.minutes() + " minutes");
        return meeting.getUuid();
    }

    /**
     * It was otherwise. For the callers of {@link #record}, which refuses the same.
     *
     * @throws EditConflictException somebody changed it since the caller looked
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PROFESSIONALS})
    public void correct(UUID group, UUID uuid, long version, MeetingForm form) {
        PeerReviewGroup of = access.record(group);
        PeerReviewMeeting meeting = meeting(of, uuid);
        if (meeting.getVersion() != version) {
            throw new EditConflictException();
        }
        em.lock(meeting, LockModeType.PESSIMISTIC_FORCE_INCREMENT); // who was there is no part of its own row
        Map<Long, Integer> present = tell(meeting, of, form);
        em.flush();
        settle(of, meeting, present);
        audit.record("peer-review.corrected", uuid, null);
    }

    /**
     * It was not held after all; its hours are taken back. For the callers of {@link #record}.
     *
     * @throws InvalidInputException it is not said why
     * @throws EditConflictException somebody did so before
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PROFESSIONALS})
    public void withdraw(UUID group, UUID uuid, String reason) {
        PeerReviewGroup of = access.record(group);
        PeerReviewMeeting meeting = meeting(of, uuid);
        String why = TypedText.line(reason, LONGEST_SUBJECT);
        if (why == null) {
            throw new InvalidInputException("peer-review-reason");
        }
        meeting.withdraw(why, clock.instant());
        em.flush();
        credits.settle(held(of, meeting), Map.of());
        audit.record("peer-review.withdrawn", uuid, null);
    }

    /**
     * Hands in what the group means to do in a year, or says it otherwise. For the callers of {@link #record}.
     *
     * @throws InvalidInputException it says nothing, or the year cannot be
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PROFESSIONALS})
    public void plan(UUID group, int year, String text) {
        PeerReviewGroup of = access.record(group);
        String said = TypedText.text(text, LONGEST_REPORT);
        if (said == null) {
            throw new InvalidInputException("peer-review-plan");
        }
        if (year < of.getBeginsOn().getYear() || year > access.today().getYear() + 1) {
            throw new InvalidInputException("peer-review-year");
        }
        AnnualPlan plan = em.createQuery(
                        "select p from AnnualPlan p where p.groupId = :group and p.year = :year", AnnualPlan.class)
                .setParameter("group", of.getId())
                .setParameter("year", year)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> new AnnualPlan(of.getId(), year));
        plan.say(said, currentUser.accountId(), clock.instant());
        em.persist(plan);
        em.flush();
        audit.record("peer-review.planned", group, String.valueOf(year));
    }

    /** Checks what is said, and gives who was there how long. */
    private Map<Long, Integer> tell(PeerReviewMeeting meeting, PeerReviewGroup of, MeetingForm form) {
        LocalDate day = form.heldOn();
        if (day == null
                || day.isAfter(access.today())
                || day.isBefore(of.getBeginsOn())
                || of.getEndsOn() != null && day.isAfter(of.getEndsOn())) {
            throw new InvalidInputException("peer-review-day");
        }
        if (form.minutes() == null || form.minutes() < FEWEST || form.minutes() > MOST) {
            throw new InvalidInputException("peer-review-minutes");
        }
        String subject = TypedText.line(form.subject(), LONGEST_SUBJECT);
        if (subject == null) {
            throw new InvalidInputException("peer-review-subject");
        }
        Map<UUID, Long> inGroup = new GroupTable(em).inGroup(of.getId(), day);
        Map<Long, Integer> present = new LinkedHashMap<>();
        form.presence().forEach((person, minutes) -> {
            if (minutes == null || minutes < 1 || minutes > form.minutes()) {
                throw new InvalidInputException("peer-review-minutes");
            }
            if (!inGroup.containsKey(person)) {
                throw new InvalidInputException("peer-review-not-in-group");
            }
            present.put(inGroup.get(person), minutes);
        });
        if (present.isEmpty()) {
            throw new InvalidInputException("peer-review-nobody");
        }
        meeting.tell(day, form.minutes(), subject, TypedText.text(form.report(), LONGEST_REPORT));
        return present;
    }

    /** Only a meeting that counts gives hours. */
    private void settle(PeerReviewGroup of, PeerReviewMeeting meeting, Map<Long, Integer> present) {
        GroupTable table = new GroupTable(em);
        GroupNorm norm = table.norm(meeting.getHeldOn());
        minutesOfDay().allow(meeting, present, norm);
        table.present(meeting.getId(), present);
        boolean counts = norm.counts(
                new GroupNorm.Counted(meeting.getMinutes(), table.membersOn(of.getId(), meeting.getHeldOn())));
        Map<Long, BigDecimal> hours = new HashMap<>();
        if (counts) {
            present.forEach((person, minutes) -> hours.put(person, GroupNorm.hours(minutes)));
        }
        credits.settle(held(of, meeting), hours);
    }

    MinutesOfDay minutesOfDay() {
        return new MinutesOfDay(em);
    }

    private MeetingCredits.Held held(PeerReviewGroup of, PeerReviewMeeting meeting) {
        String organiser = (String) em.createNativeQuery("select name from crm.organisation where id = :id")
                .setParameter("id", of.getOrganisationId())
                .getSingleResult();
        return new MeetingCredits.Held(
                meeting.getId(),
                meeting.getHeldOn(),
                of.getKind().isIntervision(),
                of.getName() + ": " + meeting.getSubject(),
                organiser);
    }

    private PeerReviewMeeting meeting(PeerReviewGroup of, UUID uuid) {
        return em.createQuery(
                        "select m from PeerReviewMeeting m where m.uuid = :uuid and m.groupId = :group",
                        PeerReviewMeeting.class)
                .setParameter("uuid", uuid)
                .setParameter("group", of.getId())
                .getResultStream()
                .findFirst()
                .map(PeerReviewMeetings::standing)
                .orElseThrow(NotFoundException::new);
    }

    /** Of one that was withdrawn in the meantime nothing can be said any more. */
    private static PeerReviewMeeting standing(PeerReviewMeeting meeting) {
        if (meeting.isWithdrawn()) {
            throw new EditConflictException();
        }
        return meeting;
    }
}
