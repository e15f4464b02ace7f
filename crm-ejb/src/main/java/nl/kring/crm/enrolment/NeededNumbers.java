package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.Profession;

/** What a course needs to know of who comes, so that nothing is missing when the points are delivered. */
final class NeededNumbers {

    private NeededNumbers() {}

    /** The registers of somebody's profession that count the points of a course, and in which no number is known. */
    static List<EnrolmentOffer.NeededNumber> missing(EntityManager em, Edition edition, Person person) {
        return missing(em, edition, List.of(person)).getOrDefault(person.getId(), List.of());
    }

    /** The same of several, in one query; who misses none is not among them. */
    @SuppressWarnings("unchecked")
    static Map<Long, List<EnrolmentOffer.NeededNumber>> missing(
            EntityManager em, Edition edition, Collection<Person> persons) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        List<Object[]> counting = em.createNativeQuery("""
                        select x.id, s.code, s.name from crm.accreditation a
                          join crm.scheme s on s.code = a.scheme_code
                          join crm.scheme_profession p on p.scheme_code = s.code
                          join crm.person x on x.profession = p.profession and x.id in (:persons)
                         where a.course_id = :course and s.person_identifier is not null
                           and not case when s.person_identifier = 'BIG' then x.big is not null
                                        else exists (select 1 from crm.said t
                                                      where t.person_id = x.id and t.field = 'registerNumber'
                                                        and t.qualifier = s.code and t.value <> '') end
                         order by s.position""")
                .setParameter("persons", persons.stream().map(Person::getId).toList())
                .setParameter("course", edition.getCourse().getId())
                .getResultList();
        return counting.stream()
                .collect(Collectors.groupingBy(
                        row -> ((Number) row[0]).longValue(),
                        Collectors.mapping(
                                row -> new EnrolmentOffer.NeededNumber((String) row[1], (String) row[2]),
                                Collectors.toList())));
    }

    /** The registers that count the points of a course by numbers of their own, and for which professions each of them does. */
    @SuppressWarnings("unchecked")
    static List<GuestSeats.Register> counting(EntityManager em, Edition edition) {
        List<Object[]> rows = em.createNativeQuery("""
                        select s.code, s.name, string_agg(p.profession, ',' order by p.profession) from crm.accreditation a
                          join crm.scheme s on s.code = a.scheme_code and s.person_identifier <> 'BIG'
                          join crm.scheme_profession p on p.scheme_code = s.code
                         where a.course_id = :course group by s.code, s.name, s.position order by s.position""")
                .setParameter("course", edition.getCourse().getId())
                .getResultList();
        return rows.stream()
                .map(row -> new GuestSeats.Register(
                        (String) row[0],
                        (String) row[1],
                        Stream.of(((String) row[2]).split(","))
                                .map(Profession::valueOf)
                                .toList()))
                .filter(register -> edition.getCourse().getAudience().isEmpty()
                        || register.professions().stream()
                                .anyMatch(edition.getCourse().getAudience()::contains))
                .toList();
    }

    /** Whether who enrols has to say that he or she meets what the course asks for. */
    static boolean asksPrerequisites(EntityManager em, Edition edition) {
        SeatTerms terms = em.find(SeatTerms.class, edition.getId());
        return terms != null && terms.isPrerequisites() && prerequisites(em, edition) != null;
    }

    /** What one has to know or have done for a course; null when its profile does not say. */
    static String prerequisites(EntityManager em, Edition edition) {
        List<?> found = em.createNativeQuery(
                        "select prerequisites from crm.course_profile where course_id = :course", String.class)
                .setParameter("course", edition.getCourse().getId())
                .getResultList();
        return found.isEmpty() ? null : (String) found.get(0);
    }
}
