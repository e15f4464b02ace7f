package nl.kring.crm.attendance.presence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.registry.Profession;

/** Sessions and who was there, in the database; each list is one query, however long it is. */
class PresenceTable {

    private static final String SEATED = "n.state in ('CONFIRMED', 'ATTENDED', 'PARTIAL', 'NO_SHOW')";

    private static final String SESSION = """
            select s.id, s.uuid, s.title, s.starts_at, s.ends_at, d.id, d.uuid, d.state, c.title, d.place, c.organiser_id,
                   exists (select 1 from crm.course_co_organiser o
                            where o.course_id = c.id and o.organisation_id = cast(:own as bigint))
              from crm.session s
              join crm.edition d on d.id = s.edition_id
              join crm.course c on c.id = d.course_id
             where %s""";

    private final EntityManager em;

    PresenceTable(EntityManager em) {
        this.em = em;
    }

    /** Whoever is expected: with a seat. */
    record Expected(Long id, UUID enrolment, String name, String code) {}

    Optional<SessionFacts> session(UUID uuid, Long own) {
        return facts("s.uuid = :key", uuid, own);
    }

    Optional<SessionFacts> sessionOfWall(String code, Long own) {
        return facts("s.id = (select w.session_id from crm.wall_code w where w.code = :key)", code, own);
    }

    @SuppressWarnings("unchecked")
    private Optional<SessionFacts> facts(String which, Object key, Long own) {
        List<Tuple> rows = em.createNativeQuery(SESSION.formatted(which), Tuple.class)
                .setParameter("key", key)
                .setParameter("own", own)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new SessionFacts(
                        row.get(0, Long.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, Instant.class),
                        row.get(4, Instant.class),
                        row.get(5, Long.class),
                        row.get(6, UUID.class),
                        EditionState.valueOf(row.get(7, String.class)),
                        row.get(8, String.class),
                        row.get(9, String.class),
                        row.get(10, Long.class),
                        row.get(11, Boolean.class)));
    }

    @SuppressWarnings("unchecked")
    List<DoorList.Door> doors(Long edition) {
        List<Tuple> rows = em.createNativeQuery(
                        "select uuid, title, starts_at from crm.session where edition_id = :edition order by position, starts_at",
                        Tuple.class)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream()
                .map(row ->
                        new DoorList.Door(row.get(0, UUID.class), row.get(1, String.class), row.get(2, Instant.class)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    List<Attendee> attendees(SessionFacts session) {
        List<Tuple> rows = em.createNativeQuery("""
                        select n.uuid, p.uuid, p.display_name, p.profession, a.present, a.came_at, a.left_at, a.minutes, a.source,
                               a.reason
                          from crm.enrolment n
                          join crm.person p on p.id = n.person_id
                          left join crm.attendance a on a.enrolment_id = n.id and a.session_id = :session
                         where n.edition_id = :edition and %s
                         order by p.sort_name, n.id""".formatted(SEATED), Tuple.class)
                .setParameter("session", session.id())
                .setParameter("edition", session.editionId())
                .getResultList();
        return rows.stream()
                .map(row -> new Attendee(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3) == null ? null : Profession.valueOf(row.get(3, String.class)),
                        row.get(4, Boolean.class),
                        row.get(5, Instant.class),
                        row.get(6, Instant.class),
                        row.get(7, Integer.class),
                        row.get(8, String.class),
                        row.get(9, String.class)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    List<Expected> expected(Long edition) {
        List<Tuple> rows = em.createNativeQuery("""
                        select n.id, n.uuid, p.display_name, k.code
                          from crm.enrolment n
                          join crm.person p on p.id = n.person_id
                          left join crm.presence_code k on k.enrolment_id = n.id
                         where n.edition_id = :edition and %s order by n.id""".formatted(SEATED), Tuple.class)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream()
                .map(row -> new Expected(
                        row.get(0, Long.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, String.class)))
                .toList();
    }

    /** The seat of somebody at an edition, or nothing. */
    @SuppressWarnings("unchecked")
    Optional<UUID> seatOf(Long person, Long edition) {
        List<UUID> found = em.createNativeQuery(
                        "select n.uuid from crm.enrolment n where n.edition_id = :edition and n.person_id = :person and "
                                + SEATED + " order by n.id limit 1",
                        UUID.class)
                .setParameter("edition", edition)
                .setParameter("person", person)
                .getResultList();
        return found.stream().findFirst();
    }

    /** The session, of the edition where that code gives a seat, that is nearest to a moment. */
    Optional<UUID> sessionNear(String code, Instant moment) {
        return near(
                "s.edition_id = (select n.edition_id from crm.presence_code k join crm.enrolment n on n.id = k.enrolment_id"
                        + " where k.code = :key)",
                code,
                moment);
    }

    /** The session of an edition that is nearest to a moment; one that is over only when all are. */
    Optional<UUID> sessionNear(UUID edition, Instant moment) {
        return near("s.edition_id = (select d.id from crm.edition d where d.uuid = :key)", edition, moment);
    }

    @SuppressWarnings("unchecked")
    private Optional<UUID> near(String which, Object key, Instant moment) {
        List<UUID> found = em.createNativeQuery("""
                        select s.uuid from crm.session s
                         where %s
                         order by case when s.ends_at >= :moment then 0 else 1 end,
                                  abs(extract(epoch from s.starts_at - :moment)) limit 1""".formatted(which), UUID.class)
                .setParameter("key", key)
                .setParameter("moment", moment)
                .getResultList();
        return found.stream().findFirst();
    }

    /** Waits until nobody else writes who was at this session; holds until the transaction ends. */
    void lock(SessionFacts session) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtext('presence'), hashtext(:session)) as text)")
                .setParameter("session", session.uuid().toString())
                .getSingleResult();
    }

    /** The rule of an organisation for all registers. */
    @SuppressWarnings("unchecked")
    PresenceRule rule(Long organisation) {
        List<Tuple> rows = em.createNativeQuery("""
                        select whole_percent, part_percent from crm.presence_rule
                         where organisation_id = :organisation and scheme_code is null and replaced_at is null""", Tuple.class)
                .setParameter("organisation", organisation)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new PresenceRule(null, row.get(0, Integer.class), row.get(1, Integer.class)))
                .orElse(PresenceRule.DEFAULT);
    }

    /** When staff last said by hand whether somebody was there, by enrolment. */
    @SuppressWarnings("unchecked")
    Map<Long, Instant> saidByHand(SessionFacts session, Collection<Long> enrolments) {
        List<Tuple> rows = em.createNativeQuery("""
                        select enrolment_id, recorded_at from crm.attendance
                         where session_id = :session and source = 'HAND'
                           and enrolment_id = any (cast(:enrolments as bigint[]))""", Tuple.class)
                .setParameter("session", session.id())
                .setParameter("enrolments", enrolments.toArray(Long[]::new))
                .getResultList();
        Map<Long, Instant> said = new HashMap<>();
        rows.forEach(row -> said.put(row.get(0, Long.class), row.get(1, Instant.class)));
        return said;
    }

    /** Writes what was measured, in one statement; the same again changes nothing. */
    int write(
            SessionFacts session,
            Map<Long, Presence> measured,
            String source,
            PresenceRule rule,
            Long by,
            Instant now) {
        List<Long> enrolments = measured.keySet().stream().sorted().toList();
        return em.createNativeQuery("""
                        insert into crm.attendance as known (id, uuid, enrolment_id, session_id, present, recorded_at, account_id,
                                                             came_at, left_at, minutes, source)
                        select nextval('crm.entity_seq'), gen_random_uuid(), m.enrolment, :session, m.present, :now,
                               cast(:account as bigint), cast(m.came as timestamptz), cast(m.away as timestamptz), m.minutes, :source
                          from unnest(cast(:enrolments as bigint[]), cast(:present as boolean[]), cast(:came as text[]),
                                      cast(:away as text[]), cast(:minutes as integer[]))
                               as m (enrolment, present, came, away, minutes)
                         order by m.enrolment
                        on conflict (enrolment_id, session_id) do update
                           set present = excluded.present, came_at = excluded.came_at, left_at = excluded.left_at,
                               minutes = excluded.minutes, source = excluded.source, reason = null,
                               recorded_at = excluded.recorded_at, account_id = excluded.account_id, version = known.version + 1
                         where (known.present, known.came_at, known.left_at, known.minutes, known.source)
                               is distinct from
                               (excluded.present, excluded.came_at, excluded.left_at, excluded.minutes, excluded.source)""")
                .setParameter("session", session.id())
                .setParameter("now", now)
                .setParameter("account", by)
                .setParameter("source", source)
                .setParameter("enrolments", enrolments.toArray(Long[]::new))
                .setParameter(
                        "present",
                        enrolments.stream()
                                .map(each -> rule.isWhole(measured.get(each).minutes(), session.length()))
                                .toArray(Boolean[]::new))
                .setParameter(
                        "came",
                        texts(enrolments.stream()
                                .map(each -> measured.get(each).came())
                                .toArray()))
                .setParameter(
                        "away",
                        texts(enrolments.stream()
                                .map(each -> measured.get(each).left())
                                .toArray()))
                .setParameter(
                        "minutes",
                        enrolments.stream()
                                .map(each -> measured.get(each).minutes())
                                .toArray(Integer[]::new))
                .executeUpdate();
    }

    private static String[] texts(Object[] moments) {
        String[] texts = new String[moments.length];
        for (int i = 0; i < moments.length; i++) {
            texts[i] = moments[i] == null ? null : moments[i].toString();
        }
        return texts;
    }
}
