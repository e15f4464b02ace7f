package nl.kring.crm.peerreview;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** The peer review groups of an organisation: who is in them, and what each is short of in a year. */
@Stateless
public class PeerReviewGroups {

    private static final int LONGEST = 200;
    private static final int EARLIEST = 2000;
    private static final int LATEST = 2199;

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

    /**
     * How groups stand in a year: for staff those of their organisation, for a professional those that he or she is in today.
     *
     * @param year null for this one
     * @throws InvalidInputException there is no such year
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PROFESSIONALS})
    public List<GroupLine> list(Integer year) {
        int asked = year(year);
        return currentUser.has(Role.STAFF)
                ? new GroupTable(em).groups(GroupTable.OWN, currentUser.requireOrganisation(), asked, access.today())
                : currentUser.personId() == null
                        ? List.of()
                        : new GroupTable(em).groups(GroupTable.MINE, currentUser.personId(), asked, access.today());
    }

    /**
     * One group in a year. For staff of its organisation and whoever is in it today.
     *
     * @throws NotFoundException it is none of these
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PROFESSIONALS})
    public GroupDetail detail(UUID uuid, Integer year) {
        GroupAccess.Seen seen = access.see(uuid);
        PeerReviewGroup group = seen.group();
        int asked = year(year);
        GroupTable table = new GroupTable(em);
        GroupNorm norm = table.norm(LocalDate.of(asked, 12, 31));
        GroupLine line = table.groups("g.id = :who", group.getId(), asked, access.today()).stream()
                .findFirst()
                .orElseGet(() -> new GroupLine(
                        uuid,
                        group.getKind(),
                        group.getName(),
                        group.getBeginsOn(),
                        group.getEndsOn(),
                        0,
                        null,
                        0,
                        0,
                        false,
                        Set.of()));
        return new GroupDetail(
                line,
                (String) em.createNativeQuery("select name from crm.organisation where id = :id")
                        .setParameter("id", group.getOrganisationId())
                        .getSingleResult(),
                group.getVersion(),
                asked,
                norm,
                table.members(group.getId()),
                table.meetings(group.getId(), asked, norm),
                em.createQuery(
                                "select p.text from AnnualPlan p where p.groupId = :group and p.year = :year",
                                String.class)
                        .setParameter("group", group.getId())
                        .setParameter("year", asked)
                        .getResultStream()
                        .findFirst()
                        .orElse(null),
                seen.manages(),
                seen.records());
    }

    /**
     * Starts a group of the caller's organisation. For staff.
     *
     * @throws InvalidInputException it has no kind, no name or no first day, or they cannot be
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID add(GroupForm form) {
        PeerReviewGroup group = new PeerReviewGroup(currentUser.requireOrganisation(), clock.instant());
        describe(group, form);
        em.persist(group);
        em.flush();
        audit.record("peer-review.group-added", group.getUuid(), null);
        return group.getUuid();
    }

    /**
     * Says something else of it. For staff of its organisation.
     *
     * @throws EditConflictException somebody changed it since the caller looked
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void change(UUID uuid, long version, GroupForm form) {
        PeerReviewGroup group = access.manage(uuid);
        if (group.getVersion() != version) {
            throw new EditConflictException();
        }
        describe(group, form);
        em.flush();
        audit.record("peer-review.group-changed", uuid, null);
    }

    /**
     * Somebody comes into the group. For staff of its organisation.
     *
     * @throws NotFoundException there is no such person, or the group is another organisation's
     * @throws InvalidInputException he or she is in it in that role already, or the day cannot be
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID join(UUID uuid, UUID person, GroupRole role, LocalDate from) {
        PeerReviewGroup group = access.manage(uuid);
        if (role == null || from == null || from.isBefore(group.getBeginsOn())) {
            throw new InvalidInputException("peer-review-day");
        }
        List<?> found = em.createNativeQuery("select id from crm.person where uuid = :uuid and merged_into_id is null")
                .setParameter("uuid", person)
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        Long id = ((Number) found.get(0)).longValue();
        boolean there = !em.createQuery("""
                        select m.id from PeerReviewMember m
                         where m.groupId = :group and m.personId = :person and m.role = :role
                           and (m.validTo is null or m.validTo >= :from)""", Long.class)
                .setParameter("group", group.getId())
                .setParameter("person", id)
                .setParameter("role", role)
                .setParameter("from", from)
                .getResultList()
                .isEmpty();
        if (there) {
            throw new InvalidInputException("peer-review-member-twice");
        }
        PeerReviewMember member =
                new PeerReviewMember(group.getId(), id, role, from, currentUser.accountId(), clock.instant());
        em.persist(member);
        em.flush();
        audit.record("peer-review.joined", uuid, role + " " + person);
        return member.getUuid();
    }

    /**
     * Somebody leaves it; the last day still counts. For staff of its organisation.
     *
     * @throws NotFoundException nobody of the group is meant, or it is another organisation's
     * @throws InvalidInputException there is no day, or it lies before the first
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void leave(UUID uuid, UUID member, LocalDate lastDay) {
        PeerReviewGroup group = access.manage(uuid);
        PeerReviewMember leaving = em.createQuery(
                        "select m from PeerReviewMember m where m.uuid = :uuid and m.groupId = :group",
                        PeerReviewMember.class)
                .setParameter("uuid", member)
                .setParameter("group", group.getId())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (lastDay == null || lastDay.isBefore(leaving.getValidFrom())) {
            throw new InvalidInputException("peer-review-day");
        }
        leaving.leave(lastDay);
        em.flush();
        audit.record("peer-review.left", uuid, member.toString());
    }

    /**
     * What stands on paper for the register and the office. For whoever sees the group.
     *
     * @param words the words of the screens, in the language that is asked for
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PROFESSIONALS})
    public byte[] report(UUID uuid, Integer year, ReportWords words) {
        return new GroupReport(detail(uuid, year), words).bytes();
    }

    /**
     * Who was at which meeting of the groups of the caller's organisation, for the office that monitors them; what was withdrawn is left
     * out. For staff.
     *
     * @param year null for this one
     * @throws InvalidInputException there is no such year
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<PresenceLine> attendance(Integer year) {
        int asked = year(year);
        GroupNorm norm = new GroupTable(em).norm(LocalDate.of(asked, 12, 31));
        return new PresenceTable(em).of(currentUser.requireOrganisation(), asked, norm);
    }

    private void describe(PeerReviewGroup group, GroupForm form) {
        String name = TypedText.line(form.name(), LONGEST);
        if (form.kind() == null || name == null) {
            throw new InvalidInputException("peer-review-name");
        }
        if (form.beginsOn() == null
                || form.beginsOn().getYear() < EARLIEST
                || form.beginsOn().getYear() > LATEST
                || form.endsOn() != null && form.endsOn().isBefore(form.beginsOn())) {
            throw new InvalidInputException("peer-review-day");
        }
        group.describe(form.kind(), name, form.beginsOn(), form.endsOn());
    }

    private int year(Integer asked) {
        int year = asked == null ? access.today().getYear() : asked;
        if (year < EARLIEST || year > LATEST) {
            throw new InvalidInputException("peer-review-year");
        }
        return year;
    }
}
