package nl.kring.crm.attendance.presence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.attendance.AttendanceMark;
import nl.kring.crm.attendance.Attendances;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * Who joined an online session, by the report of Teams or Zoom. Joins of one person are summed without counting a minute twice. For
 * the organisers' staff.
 */
@Stateless
public class JoinReports {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Scans scans;

    @Inject
    private Attendances attendances;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Clock clock;

    /**
     * What came of the last report of a session. For staff of the organisers.
     *
     * @throws NotFoundException there is no such session, or other organisations organise it
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public JoinSheet sheet(UUID session) {
        DoorList door = scans.door(session);
        SessionFacts facts = facts(session);
        JoinMatching matching = matching(facts);
        Map<String, List<JoinReport.Join>> strangers = new LinkedHashMap<>();
        for (JoinReport.Join join : table().joins(facts)) {
            if (matching.of(join).isEmpty()) {
                strangers
                        .computeIfAbsent(JoinMatching.alias(join), first -> new ArrayList<>())
                        .add(join);
            }
        }
        return new JoinSheet(
                door,
                strangers.entrySet().stream()
                        .map(each -> stranger(facts, each.getKey(), each.getValue()))
                        .toList(),
                door.attendees().stream().filter(each -> each.source() == null).count());
    }

    /**
     * Takes a report in; it takes the place of an earlier one. For staff of the organisers.
     *
     * @return how many participants it is known of now
     * @throws NotFoundException there is no such session, or other organisations organise it
     * @throws InvalidInputException the file cannot be read as a report of that day
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public int read(UUID session, byte[] content) {
        scans.door(session);
        SessionFacts facts = facts(session);
        Instant now = clock.instant();
        if (!facts.isOpenAt(now)) {
            throw new InvalidInputException("join-report-times");
        }
        List<JoinReport.Join> joins = JoinReport.read(content, facts.startsAt(), facts.endsAt());
        table().keep(facts, joins, currentUser.accountId(), now);
        return reckon(facts, now);
    }

    /**
     * Says who is meant by a name or an address in a report; it is remembered for all reports of the caller's organisation. For staff
     * of the organisers.
     *
     * @param alias as the sheet gave it
     * @throws NotFoundException there is no such session or participant, or they are of other organisations
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void link(UUID session, String alias, UUID enrolment) {
        boolean meant = scans.door(session).attendees().stream()
                .anyMatch(each -> each.enrolment().equals(enrolment));
        SessionFacts facts = facts(session);
        boolean joined = table().joins(facts).stream()
                .anyMatch(each -> JoinMatching.alias(each).equals(alias));
        if (!meant || !joined) {
            throw new NotFoundException();
        }
        Long person = (Long) em.createNativeQuery("select person_id from crm.enrolment where uuid = :uuid", Long.class)
                .setParameter("uuid", enrolment)
                .getSingleResult();
        Instant now = clock.instant();
        table().remember(currentUser.requireOrganisation(), alias, person, currentUser.accountId(), now);
        reckon(facts, now);
    }

    /**
     * Says that whoever is in no report was not there. For staff of the organisers.
     *
     * @return how many those are
     * @throws NotFoundException there is no such session, or other organisations organise it
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public int restAbsent(UUID session) {
        DoorList door = scans.door(session);
        List<AttendanceMark> marks = door.attendees().stream()
                .filter(each -> each.source() == null)
                .map(each -> new AttendanceMark(each.enrolment(), session, false))
                .toList();
        return marks.isEmpty() ? 0 : attendances.record(door.edition(), marks);
    }

    /** What staff said by hand stands, unless somebody was in after that. */
    private int reckon(SessionFacts facts, Instant now) {
        PresenceTable presence = new PresenceTable(em);
        presence.lock(facts);
        JoinMatching matching = matching(facts);
        Map<Long, List<Presence.Stretch>> stretches = new HashMap<>();
        for (JoinReport.Join join : table().joins(facts)) {
            matching.of(join)
                    .ifPresent(who -> stretches
                            .computeIfAbsent(who.enrolment(), first -> new ArrayList<>())
                            .add(new Presence.Stretch(join.from(), join.to())));
        }
        Map<Long, Instant> said = presence.saidByHand(facts, stretches.keySet());
        Map<Long, Presence> measured = new HashMap<>();
        stretches.forEach((enrolment, in) -> {
            Presence one = Presence.joined(facts.startsAt(), facts.endsAt(), in);
            if (!said.containsKey(enrolment) || one.left().isAfter(said.get(enrolment))) {
                measured.put(enrolment, one);
            }
        });
        if (!measured.isEmpty()) {
            presence.write(facts, measured, "REPORT", presence.rule(facts.organiserId()), currentUser.accountId(), now);
            attendances.settle(facts.edition());
        }
        return stretches.size();
    }

    private static JoinSheet.Stranger stranger(SessionFacts facts, String alias, List<JoinReport.Join> joins) {
        Presence in = Presence.joined(
                facts.startsAt(),
                facts.endsAt(),
                joins.stream()
                        .map(each -> new Presence.Stretch(each.from(), each.to()))
                        .toList());
        JoinReport.Join first = joins.get(0);
        return new JoinSheet.Stranger(alias, first.name(), first.email(), in.came(), in.left(), in.minutes());
    }

    private JoinMatching matching(SessionFacts facts) {
        return new JoinMatching(table().known(facts), table().aliases(currentUser.requireOrganisation()));
    }

    /** After the caller was let through the door. */
    private SessionFacts facts(UUID session) {
        return new PresenceTable(em)
                .session(session, currentUser.organisationId())
                .orElseThrow(NotFoundException::new);
    }

    private JoinTable table() {
        return new JoinTable(em);
    }
}
