package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.util.List;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.registry.OwnNumbers;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.identifier.QualityRegister;

/** What a course needs to know of who comes, so that nothing is missing when the points are delivered. */
final class NeededNumbers {

    private NeededNumbers() {}

    /** The registers of somebody's profession that count the points of a course, and in which no number is known. */
    @SuppressWarnings("unchecked")
    static List<EnrolmentOffer.NeededNumber> missing(EntityManager em, Edition edition, Person person) {
        if (person.getProfession() == null) {
            return List.of();
        }
        List<Object[]> counting = em.createNativeQuery("""
                        select s.code, s.name, s.person_identifier = 'BIG' from crm.accreditation a
                          join crm.scheme s on s.code = a.scheme_code
                          join crm.scheme_profession p on p.scheme_code = s.code and p.profession = :profession
                         where a.course_id = :course and s.person_identifier is not null order by s.position""")
                .setParameter("profession", person.getProfession().name())
                .setParameter("course", edition.getCourse().getId())
                .getResultList();
        return counting.stream()
                .filter(row ->
                        !OwnNumbers.isKnown(em, person.getId(), new QualityRegister((String) row[0], (Boolean) row[2])))
                .map(row -> new EnrolmentOffer.NeededNumber((String) row[0], (String) row[1]))
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
