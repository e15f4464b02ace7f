package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who would come, in the database. */
class InterestTable {

    private static final String COURSE = "(select e.course_id from crm.edition e where e.id = :edition)";

    private final EntityManager em;
    private final Instant now;

    InterestTable(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    /** Once more changes the remark; who was told already wants to hear again. */
    void put(Long edition, Long person, String remark, Long account) {
        em.createNativeQuery("""
                        insert into crm.course_interest (id, uuid, course_id, person_id, remark, account_id, registered_at)
                        values (nextval('crm.entity_seq'), gen_random_uuid(), %s, :person, :remark, :account, :now)
                            on conflict (course_id, person_id) do update
                           set remark = excluded.remark, told_at = null, told_edition_id = null""".formatted(COURSE))
                .setParameter("edition", edition)
                .setParameter("person", person)
                .setParameter("remark", remark)
                .setParameter("account", account)
                .setParameter("now", now)
                .executeUpdate();
    }

    int remove(Long edition, Long person) {
        return em.createNativeQuery(
                        "delete from crm.course_interest where person_id = :person and course_id = " + COURSE)
                .setParameter("edition", edition)
                .setParameter("person", person)
                .executeUpdate();
    }

    int removeOne(Long edition, UUID interest) {
        return em.createNativeQuery("delete from crm.course_interest where uuid = :uuid and course_id = " + COURSE)
                .setParameter("edition", edition)
                .setParameter("uuid", interest)
                .executeUpdate();
    }

    boolean has(Long edition, Long person) {
        return !em.createNativeQuery(
                        "select 1 from crm.course_interest where person_id = :person and course_id = " + COURSE,
                        Integer.class)
                .setParameter("edition", edition)
                .setParameter("person", person)
                .getResultList()
                .isEmpty();
    }

    @SuppressWarnings("unchecked")
    List<Demand> demand(Long organiser) {
        List<Tuple> rows = em.createNativeQuery("""
                        select (select e.uuid from crm.edition e where e.course_id = c.id order by e.starts_at desc, e.id desc limit 1),
                               c.title, count(*) filter (where i.told_at is null) as waiting,
                               count(*) filter (where i.told_at is not null) as told
                          from crm.course_interest i
                          join crm.course c on c.id = i.course_id
                          join crm.person p on p.id = i.person_id and p.merged_into_id is null
                         where c.organiser_id = :organiser
                         group by c.id, c.title
                         order by waiting desc, lower(c.title), c.id""", Tuple.class)
                .setParameter("organiser", organiser)
                .getResultList();
        return rows.stream()
                .map(row -> new Demand(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, Long.class).intValue(),
                        row.get(3, Long.class).intValue()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    List<Interest> of(Long edition) {
        List<Tuple> rows = em.createNativeQuery("""
                        select i.uuid, p.uuid as person, p.display_name, i.remark, i.registered_at, i.told_at
                          from crm.course_interest i
                          join crm.person p on p.id = i.person_id and p.merged_into_id is null
                         where i.course_id = %s
                         order by i.registered_at, i.id""".formatted(COURSE), Tuple.class)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream()
                .map(row -> new Interest(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, Instant.class),
                        row.get(5, Instant.class)))
                .toList();
    }

    /**
     * Marks those who were not told yet of this course, or of another one of its organiser by the same title; answers their
     * numbers. Whoever is marked by somebody else at this moment is not answered.
     */
    @SuppressWarnings("unchecked")
    List<Long> tell(Long edition) {
        return em.createNativeQuery("""
                        update crm.course_interest i set told_at = :now, told_edition_id = :edition
                          from crm.edition e
                          join crm.course c on c.id = e.course_id
                          join crm.course same on same.organiser_id = c.organiser_id and lower(same.title) = lower(c.title)
                         where e.id = :edition and i.course_id = same.id and i.told_at is null
                        returning i.person_id""", Long.class)
                .setParameter("now", now)
                .setParameter("edition", edition)
                .getResultList();
    }

    /** They could not be told after all: there is no address. */
    void untell(Long edition, List<Long> persons) {
        em.createNativeQuery("""
                        update crm.course_interest set told_at = null, told_edition_id = null
                         where told_edition_id = :edition and person_id = any (:persons)""")
                .setParameter("edition", edition)
                .setParameter("persons", persons.toArray(Long[]::new))
                .executeUpdate();
    }

    Optional<Long> person(UUID uuid) {
        return em.createQuery("select p.id from Person p where p.uuid = :uuid", Long.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .map(this::current);
    }

    /** A person that was merged is the one it was merged into. */
    Long current(Long person) {
        return ((Number) em.createNativeQuery("""
                        with recursive one (id) as (
                          select cast(:person as bigint)
                          union
                          select p.merged_into_id from one join crm.person p on p.id = one.id where p.merged_into_id is not null)
                        select p.id from one join crm.person p on p.id = one.id where p.merged_into_id is null""", Long.class)
                        .setParameter("person", person)
                        .getSingleResult())
                .longValue();
    }
}
