package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.Course;
import nl.kring.crm.registry.Profession;

/** Reads how many stand, in one query whatever their number. */
final class Standings {

    /** A membership counts when the person holds it, or a practice where he or she works that day. */
    private static final String OF_PERSONS = """
            select p.id, p.profession,
                   array(select distinct m.organisation_id from crm.membership m
                          where m.withdrawn_at is null and m.kind in ('MEMBER', 'CONTRACT')
                            and daterange(m.valid_from, m.valid_to, '[]') @> cast(:day as date)
                            and (m.person_id = p.id or m.holder_id in (
                                   select a.organisation_id from crm.affiliation a
                                    where a.person_id = p.id and a.withdrawn_at is null
                                      and daterange(a.valid_from, a.valid_to, '[]') @> cast(:day as date))))
              from crm.person p where p.id in (:persons)""";

    private final EntityManager em;
    private final LocalDate day;

    Standings(EntityManager em, LocalDate day) {
        this.em = em;
        this.day = day;
    }

    static Standings today(EntityManager em, Clock clock) {
        return new Standings(em, AmsterdamTime.toLocal(clock.instant()).toLocalDate());
    }

    /** Of somebody of that profession who works at a practice and of whom nothing else is known. */
    Standing at(Long practice, Profession profession, Course course) {
        Set<Long> memberOf = Set.copyOf(em.createNativeQuery("""
                        select distinct m.organisation_id from crm.membership m
                         where m.withdrawn_at is null and m.kind in ('MEMBER', 'CONTRACT') and m.holder_id = :practice
                           and daterange(m.valid_from, m.valid_to, '[]') @> cast(:day as date)""", Long.class)
                .setParameter("practice", practice)
                .setParameter("day", day)
                .getResultList());
        return new Standing(profession, memberOf, course.isOrganisedBy(memberOf::contains));
    }

    Standing of(Long person, Course course) {
        return of(Set.of(person), course).get(person);
    }

    @SuppressWarnings("unchecked")
    Map<Long, Standing> of(Collection<Long> persons, Course course) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        Map<Long, Standing> found = new HashMap<>();
        for (Object[] row : (List<Object[]>) em.createNativeQuery(OF_PERSONS)
                .setParameter("day", day)
                .setParameter("persons", persons)
                .getResultList()) {
            Set<Long> memberOf = Arrays.stream((Long[]) row[2]).collect(Collectors.toSet());
            found.put(
                    ((Number) row[0]).longValue(),
                    new Standing(
                            row[1] == null ? null : Profession.valueOf((String) row[1]),
                            memberOf,
                            course.isOrganisedBy(memberOf::contains)));
        }
        return found;
    }
}
