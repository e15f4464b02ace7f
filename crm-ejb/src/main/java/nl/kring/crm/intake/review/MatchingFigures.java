package nl.kring.crm.intake.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.security.Role;

/**
 * How the registers go together: who is known to whom, how often they agree, and how long doubts wait. Counts alone, which all staff may see.
 */
@Stateless
public class MatchingFigures {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** How many persons stand in both registers; in one and the same, how many stand in it. */
    public record Overlap(String register, String other, long persons) implements Serializable {}

    /** Of how many persons two registers both say something in a field, and of how many they say the same. */
    public record Agreed(PersonField field, String register, String other, long both, long same)
            implements Serializable {

        public double share() {
            return (double) same / both;
        }
    }

    /** Days are whole ones; of an empty queue both are 0. */
    public record QueueAge(long open, long oldestDays, double medianDays) implements Serializable {}

    /** For staff and the platform's administrator. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<Overlap> overlaps() {
        return rows(em.createNativeQuery("""
                        with known as (select distinct r.person_id, r.register_code from crm.source_record r)
                        select a.register_code, b.register_code, count(*)
                          from known a join known b on b.person_id = a.person_id
                         group by 1, 2 order by 1, 2""")).stream()
                .map(row -> new Overlap((String) row[0], (String) row[1], ((Number) row[2]).longValue()))
                .toList();
    }

    /** Each field of each two registers, the fields on which they agree least first. For staff and the platform's administrator. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<Agreed> agreements() {
        return rows(em.createNativeQuery("""
                        with said as (
                          select r.person_id, r.register_code, f.field, array_agg(distinct lower(f.value)) as said
                            from crm.source_record r
                           cross join lateral (values ('birthName', r.birth_name), ('initials', r.initials), ('givenName', r.given_name),
                                 ('gender', r.gender), ('birthDate', cast(r.birth_date as text)), ('profession', r.profession),
                                 ('big', r.big), ('agb', r.agb), ('mobile', r.mobile), ('email', r.email)) as f (field, value)
                           where f.value is not null
                           group by 1, 2, 3)
                        select a.field, a.register_code, b.register_code, count(*), count(*) filter (where a.said && b.said)
                          from said a
                          join said b on b.person_id = a.person_id and b.field = a.field and b.register_code > a.register_code
                         group by 1, 2, 3
                         order by cast(count(*) filter (where a.said && b.said) as numeric) / count(*), 1, 2, 3""")).stream()
                .map(row -> new Agreed(
                        PersonField.of((String) row[0]),
                        (String) row[1],
                        (String) row[2],
                        ((Number) row[3]).longValue(),
                        ((Number) row[4]).longValue()))
                .toList();
    }

    /** For staff and the platform's administrator. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public QueueAge queueAge() {
        Instant now = clock.instant();
        Object[] row =
                (Object[]) em.createNativeQuery("""
                        select count(*), coalesce(max(d.days), 0), coalesce(percentile_cont(0.5) within group (order by d.days), 0)
                          from crm.review_item i
                         cross join lateral (select extract(epoch from cast(:now as timestamptz) - i.found_at) / 86400 as days) d
                         where i.state = 'OPEN'""").setParameter("now", now).getSingleResult();
        return new QueueAge(
                ((Number) row[0]).longValue(), ((Number) row[1]).longValue(), ((Number) row[2]).doubleValue());
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }
}
