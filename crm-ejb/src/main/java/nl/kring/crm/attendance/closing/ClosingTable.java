package nl.kring.crm.attendance.closing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.registry.Profession;

/** What is read and written for closing, in the database; each list is one query. */
class ClosingTable {

    private static final String SEATED = "n.state in ('CONFIRMED', 'ATTENDED', 'PARTIAL', 'NO_SHOW')";
    private static final String OWN = """
            (c.organiser_id = :own or exists (select 1 from crm.course_co_organiser o
                                               where o.course_id = c.id and o.organisation_id = :own))""";

    private final EntityManager em;

    ClosingTable(EntityManager em) {
        this.em = em;
    }

    record EditionFacts(Long id, UUID uuid, String title, Instant startsAt, Instant endsAt, EditionState state) {}

    record Seated(Long id, UUID enrolment, UUID person, String name, Profession profession) {}

    @SuppressWarnings("unchecked")
    Optional<EditionFacts> edition(UUID uuid, Long own) {
        List<Tuple> rows = em.createNativeQuery("""
                        select d.id, d.uuid, c.title, d.starts_at, d.ends_at, d.state
                          from crm.edition d join crm.course c on c.id = d.course_id
                         where d.uuid = :uuid and """ + " " + OWN, Tuple.class)
                .setParameter("uuid", uuid)
                .setParameter("own", own)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new EditionFacts(
                        row.get(0, Long.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, Instant.class),
                        row.get(4, Instant.class),
                        EditionState.valueOf(row.get(5, String.class))));
    }

    @SuppressWarnings("unchecked")
    List<Seated> seated(Long edition) {
        List<Tuple> rows = em.createNativeQuery("""
                        select n.id, n.uuid, p.uuid, p.display_name, p.profession
                          from crm.enrolment n join crm.person p on p.id = n.person_id
                         where n.edition_id = :edition and %s order by p.sort_name, n.id""".formatted(SEATED), Tuple.class)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream()
                .map(row -> new Seated(
                        row.get(0, Long.class),
                        row.get(1, UUID.class),
                        row.get(2, UUID.class),
                        row.get(3, String.class),
                        row.get(4) == null ? null : Profession.valueOf(row.get(4, String.class))))
                .toList();
    }

    /** UNKNOWN, EARLY, PRESENT, PARTLY or ABSENT, by enrolment. */
    @SuppressWarnings("unchecked")
    Map<UUID, String> presence(Long edition, Instant now) {
        List<Tuple> rows = em.createNativeQuery("""
                        select n.uuid,
                               case when min(s.starts_at) > :now then 'EARLY'
                                    when bool_or(a.id is null and s.starts_at <= :now) then 'UNKNOWN'
                                    when bool_and(coalesce(a.present, false)) then 'PRESENT'
                                    when bool_or(coalesce(a.present or a.minutes > 0, false)) then 'PARTLY'
                                    when max(s.starts_at) > :now then 'EARLY'
                                    else 'ABSENT' end
                          from crm.enrolment n
                          join crm.session s on s.edition_id = n.edition_id
                          left join crm.attendance a on a.enrolment_id = n.id and a.session_id = s.id
                         where n.edition_id = :edition and %s
                         group by n.uuid""".formatted(SEATED), Tuple.class)
                .setParameter("edition", edition)
                .setParameter("now", now)
                .getResultList();
        Map<UUID, String> presence = new HashMap<>();
        rows.forEach(row -> presence.put(row.get(0, UUID.class), row.get(1, String.class)));
        return presence;
    }

    /** True for who has a certificate that stands, false for whose only one was taken back. */
    @SuppressWarnings("unchecked")
    Map<UUID, Boolean> certificates(Long edition) {
        List<Tuple> rows = em.createNativeQuery("""
                        select n.uuid, bool_or(k.revoked_at is null)
                          from crm.certificate k join crm.enrolment n on n.id = k.enrolment_id
                         where n.edition_id = :edition group by n.uuid""", Tuple.class)
                .setParameter("edition", edition)
                .getResultList();
        Map<UUID, Boolean> certificates = new HashMap<>();
        rows.forEach(row -> certificates.put(row.get(0, UUID.class), row.get(1, Boolean.class)));
        return certificates;
    }

    @SuppressWarnings("unchecked")
    List<ClosingSheet.Closing> closings(Long edition) {
        List<Tuple> rows = em.createNativeQuery("""
                        select k.closed_at, a.display_name, k.left_undone, k.because, k.reopened_at, k.reason
                          from crm.edition_closing k left join crm.account a on a.id = k.closed_by
                         where k.edition_id = :edition order by k.closed_at desc, k.id desc""", Tuple.class)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream()
                .map(row -> new ClosingSheet.Closing(
                        row.get(0, Instant.class),
                        row.get(1, String.class),
                        row.get(2, Integer.class),
                        row.get(3, String.class),
                        row.get(4, Instant.class),
                        row.get(5, String.class)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    List<ClosingDue> due(Long own, Instant now, int most) {
        List<Tuple> rows = em.createNativeQuery("""
                        select d.uuid, c.title, d.ends_at,
                               (select count(*) from crm.enrolment n where n.edition_id = d.id and %s)
                          from crm.edition d join crm.course c on c.id = d.course_id
                         where d.state in ('PUBLISHED', 'OPEN', 'CLOSED', 'HELD') and d.ends_at <= :now and %s
                         order by d.ends_at desc, d.id desc""".formatted(SEATED, OWN), Tuple.class)
                .setParameter("own", own)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(row -> new ClosingDue(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, Instant.class),
                        row.get(3, Number.class).intValue()))
                .toList();
    }

    void close(Long edition, int participants, int leftUndone, String because, Long by, Instant now) {
        em.createNativeQuery("""
                        insert into crm.edition_closing (edition_id, participants, left_undone, because, closed_at, closed_by)
                        values (:edition, :participants, :undone, cast(:because as text), :now, cast(:by as bigint))""")
                .setParameter("edition", edition)
                .setParameter("participants", participants)
                .setParameter("undone", leftUndone)
                .setParameter("because", because)
                .setParameter("now", now)
                .setParameter("by", by)
                .executeUpdate();
    }

    void reopen(Long edition, String reason, Long by, Instant now) {
        em.createNativeQuery("""
                        update crm.edition_closing set reopened_at = :now, reopened_by = cast(:by as bigint), reason = :reason
                         where edition_id = :edition and reopened_at is null""")
                .setParameter("edition", edition)
                .setParameter("reason", reason)
                .setParameter("now", now)
                .setParameter("by", by)
                .executeUpdate();
    }
}
