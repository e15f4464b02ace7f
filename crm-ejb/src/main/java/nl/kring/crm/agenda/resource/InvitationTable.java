package nl.kring.crm.agenda.resource;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.platform.Sha256;

/** Questions to teachers in the database, beside what they are booked for. */
class InvitationTable {

    /** What a teacher has of an edition that is not over. */
    record Asked(
            String teacher,
            String email,
            String title,
            UUID edition,
            Long organiserId,
            String organiser,
            String organiserEmail,
            List<Invitation.Occasion> occasions) {

        /** The same for the same times and places alone. */
        String fingerprint() {
            return HexFormat.of()
                    .formatHex(Sha256.of(occasions.stream().map(String::valueOf).collect(Collectors.joining("\n"))));
        }
    }

    private final EntityManager em;
    private final Instant now;

    InvitationTable(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    /** The sessions to come that a teacher is booked for; empty when there are none. */
    Optional<Asked> asked(Long edition, Long resource) {
        return Optional.ofNullable(
                asked(edition, resource, "b.resource_id = :resource").get(resource));
    }

    /** The sessions to come that each teacher of an edition is booked for, by the number of the teacher. */
    Map<Long, Asked> asked(Long edition) {
        return asked(edition, null, "cast(:resource as bigint) is null");
    }

    @SuppressWarnings("unchecked")
    private Map<Long, Asked> asked(Long edition, Long resource, String which) {
        List<Tuple> rows = em.createNativeQuery("""
                        select r.id, r.name, r.email, c.title, e.uuid, o.id as organiser_id, o.name as organiser,
                               o.email as organiser_email, s.starts_at, s.ends_at,
                               coalesce(s.location, e.location) as location, e.place, coalesce(s.online, e.online) as online
                          from crm.resource_booking b
                          join crm.resource r on r.id = b.resource_id
                          join crm.session s on s.id = b.session_id
                          join crm.edition e on e.id = s.edition_id and e.state <> 'CANCELLED'
                          join crm.course c on c.id = e.course_id
                          join crm.organisation o on o.id = c.organiser_id
                         where s.edition_id = :edition and %s and b.state <> 'RELEASED' and s.ends_at > :now
                         order by s.starts_at, s.id""".formatted(which), Tuple.class)
                .setParameter("edition", edition)
                .setParameter("resource", resource)
                .setParameter("now", now)
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> ((Number) row.get(0)).longValue(),
                        Collectors.collectingAndThen(Collectors.toList(), InvitationTable::asked)));
    }

    private static Asked asked(List<Tuple> rows) {
        Tuple first = rows.get(0);
        return new Asked(
                first.get(1, String.class),
                first.get(2, String.class),
                first.get(3, String.class),
                first.get(4, UUID.class),
                ((Number) first.get(5)).longValue(),
                first.get(6, String.class),
                first.get(7, String.class),
                rows.stream()
                        .map(row -> new Invitation.Occasion(
                                row.get(8, Instant.class),
                                row.get(9, Instant.class),
                                row.get(10, String.class),
                                row.get(11, String.class),
                                row.get(12, String.class)))
                        .toList());
    }

    Optional<TeacherInvitation> find(String token, LockModeType lock) {
        return em.createQuery("select i from TeacherInvitation i where i.tokenHash = :hash", TeacherInvitation.class)
                .setParameter("hash", Sha256.of(token == null ? "" : token))
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    /** The last question to each teacher of an edition, with who that is. */
    List<Object[]> of(Long edition) {
        return em.createQuery("""
                        select i, r from TeacherInvitation i join Resource r on r.id = i.resourceId
                         where i.editionId = :edition and i.replacedAt is null order by i.askedAt, i.id""", Object[].class)
                .setParameter("edition", edition)
                .getResultList();
    }

    /** Earlier links to the same question are of no use any more. */
    void replace(Long edition, Long resource) {
        em.createQuery("""
                        update TeacherInvitation i set i.replacedAt = :now
                         where i.editionId = :edition and i.resourceId = :resource and i.replacedAt is null""")
                .setParameter("now", now)
                .setParameter("edition", edition)
                .setParameter("resource", resource)
                .executeUpdate();
    }

    /** What is held for an edition is held until another moment. */
    void hold(Long edition, Long resource, Instant until) {
        em.createNativeQuery("""
                        update crm.resource_booking b set held_until = :until
                          from crm.session s
                         where s.id = b.session_id and s.edition_id = :edition and b.resource_id = :resource
                           and b.state = 'HELD'""")
                .setParameter("until", until)
                .setParameter("edition", edition)
                .setParameter("resource", resource)
                .executeUpdate();
    }

    boolean isHeld(Long edition, Long resource) {
        return !em.createNativeQuery("""
                        select 1 from crm.resource_booking b join crm.session s on s.id = b.session_id
                         where s.edition_id = :edition and b.resource_id = :resource and b.state = 'HELD' limit 1""", Integer.class)
                .setParameter("edition", edition)
                .setParameter("resource", resource)
                .getResultList()
                .isEmpty();
    }
}
