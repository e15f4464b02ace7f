package nl.kring.crm.attendance;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.agenda.Course;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.Session;
import nl.kring.crm.enrolment.Enrolment;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.Profession;

/** Reads and writes who was where; every list is one query, however long it is. */
@Dependent
class Roll {

    @PersistenceContext
    private EntityManager em;

    /** The edition with its sessions in one query; empty for an unknown one and for one without sessions. */
    Optional<EditionHeld> edition(UUID uuid) {
        List<Object[]> rows =
                em.createQuery("""
                        select s, o.name, e, c from Session s join s.edition e join e.course c
                          join Organisation o on o.id = c.organiserId
                         where e.uuid = :uuid order by s.position, s.startsAt""", Object[].class).setParameter("uuid", uuid).getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<SessionHeld> sessions =
                rows.stream().map(row -> held((Session) row[0])).toList();
        Edition edition = (Edition) rows.get(0)[2];
        Course course = (Course) rows.get(0)[3];
        return Optional.of(new EditionHeld(
                edition.getId(),
                uuid,
                edition.getState(),
                edition.getPlace(),
                course.getId(),
                course.getTitle(),
                course.getOrganiserId(),
                course.getCoOrganisers(),
                (String) rows.get(0)[1],
                sessions));
    }

    private static SessionHeld held(Session session) {
        return new SessionHeld(
                session.getId(),
                session.getUuid(),
                session.getPosition(),
                session.getTitle(),
                session.getStartsAt(),
                session.getEndsAt());
    }

    /** The confirmed participants by name, with what is recorded of them. */
    List<Participant> participants(EditionHeld edition) {
        Map<Long, Participant> found = new LinkedHashMap<>();
        for (Object[] row : em.createQuery("""
                        select e, p, c, a from Enrolment e join e.person p
                          left join Certificate c on c.enrolmentId = e.id and c.replacedAt is null
                          left join Attendance a on a.enrolmentId = e.id
                         where e.edition.id = :edition and e.state in (CONFIRMED, ATTENDED, PARTIAL, NO_SHOW)
                         order by p.sortName, e.id""", Object[].class)
                .setParameter("edition", edition.id())
                .getResultList()) {
            Enrolment enrolment = (Enrolment) row[0];
            Participant participant = found.computeIfAbsent(
                    enrolment.getId(), id -> participant(enrolment, (Person) row[1], (Certificate) row[2]));
            if (row[3] instanceof Attendance attendance) {
                participant.presentAt().put(attendance.getSessionId(), attendance.isPresent());
                if (attendance.isPartly()) {
                    participant.partlyAt().add(attendance.getSessionId());
                }
            }
        }
        return List.copyOf(found.values());
    }

    private static Participant participant(Enrolment enrolment, Person person, Certificate certificate) {
        return new Participant(
                enrolment.getId(),
                enrolment.getUuid(),
                person.getId(),
                person.getDisplayName(),
                person.getProfession(),
                enrolment.getEmail() == null ? person.getEmail() : enrolment.getEmail(),
                CertificateState.of(certificate),
                certificate == null ? null : certificate.getUuid(),
                new HashMap<>());
    }

    /**
     * Writes marks of enrolment and session in one statement; the same mark again changes nothing, but for one with a reason. What
     * was measured gives way to what is said.
     */
    int write(Map<Long, Map<Long, Boolean>> marks, String reason, Long accountId, Instant now) {
        int size = marks.values().stream().mapToInt(Map::size).sum();
        Long[] enrolments = new Long[size];
        Long[] sessions = new Long[size];
        Boolean[] present = new Boolean[size];
        int next = 0;
        for (var ofEnrolment : marks.entrySet()) {
            for (var mark : ofEnrolment.getValue().entrySet()) {
                enrolments[next] = ofEnrolment.getKey();
                sessions[next] = mark.getKey();
                present[next++] = mark.getValue();
            }
        }
        return em.createNativeQuery("""
                        insert into crm.attendance as known (id, uuid, enrolment_id, session_id, present, recorded_at, account_id,
                                                             reason)
                        select nextval('crm.entity_seq'), gen_random_uuid(), m.enrolment, m.session, m.present, :now,
                               cast(:account as bigint), cast(:reason as text)
                          from unnest(cast(:enrolments as bigint[]), cast(:sessions as bigint[]), cast(:present as boolean[]))
                               as m (enrolment, session, present)
                         order by m.enrolment, m.session
                        on conflict (enrolment_id, session_id) do update
                           set present = excluded.present, recorded_at = excluded.recorded_at,
                               account_id = excluded.account_id, version = known.version + 1, source = 'HAND',
                               came_at = null, left_at = null, minutes = null, reason = excluded.reason
                         where known.present <> excluded.present or excluded.reason is not null""")
                .setParameter("now", now)
                .setParameter("account", accountId)
                .setParameter("reason", reason)
                .setParameter("enrolments", enrolments)
                .setParameter("sessions", sessions)
                .setParameter("present", present)
                .executeUpdate();
    }

    /** Waits until nobody else is issuing certificates of this edition; holds until the transaction ends. */
    void lockIssuing(EditionHeld edition) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtext('certificate'), hashtext(:edition)) as text)")
                .setParameter("edition", edition.uuid().toString())
                .getSingleResult();
    }

    /** What the edition is worth, and in whose registers. */
    CoursePoints points(EditionHeld edition) {
        List<CertificatePoints> all = worth(edition).stream()
                .map(row -> new CertificatePoints(
                        row.get("code", String.class),
                        row.get("name", String.class),
                        SchemeUnit.valueOf(row.get("unit", String.class)),
                        row.get("category", String.class),
                        row.get("points", BigDecimal.class)))
                .toList();
        Map<Profession, Set<String>> schemesOf = new EnumMap<>(Profession.class);
        em.createQuery("select p, s.code from Scheme s join s.professions p", Object[].class)
                .getResultList()
                .forEach(row -> schemesOf
                        .computeIfAbsent((Profession) row[0], profession -> new HashSet<>())
                        .add((String) row[1]));
        return new CoursePoints(all, schemesOf);
    }

    /** The category is said where there is more than one. */
    @SuppressWarnings("unchecked")
    private List<Tuple> worth(EditionHeld edition) {
        return em.createNativeQuery("""
                        select s.code, s.name, s.unit, case when count(*) over (partition by s.code) > 1 then w.category end as category,
                               sum(w.points) as points
                          from crm.worth_of(:edition) w
                          join crm.scheme s on s.code = w.scheme_code
                         group by s.code, s.name, s.unit, s.position, w.category
                         order by s.position, w.category""", Tuple.class)
                .setParameter("edition", edition.id())
                .getResultList();
    }

    /** The languages of the accounts of persons; who has no account is not in it. */
    Map<Long, String> languages(Collection<Long> persons) {
        Map<Long, String> languages = new HashMap<>();
        em.createQuery("select a.personId, a.language from Account a where a.personId in :persons", Object[].class)
                .setParameter("persons", persons)
                .getResultList()
                .forEach(row -> languages.put((Long) row[0], (String) row[1]));
        return languages;
    }
}
