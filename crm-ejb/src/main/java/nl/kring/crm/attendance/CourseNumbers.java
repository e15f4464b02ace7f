package nl.kring.crm.attendance;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.kring.crm.attendance.presence.ListNumbersAsked;

/** Under which number each register knows a course: for certificates, and for the list that people sign. */
@Dependent
class CourseNumbers {

    /** Of the registers that granted points for the day of the edition; what was granted last counts. */
    private static final String NUMBERS = """
            select distinct on (r.scheme_code) r.scheme_code, r.course_number
              from crm.accreditation_request r
              join crm.edition d on d.course_id = r.course_id and d.id = :edition
             where r.state = 'GRANTED' and r.course_number is not null
               and cast((d.ends_at at time zone 'Europe/Amsterdam') as date) between r.valid_from and r.valid_to
             order by r.scheme_code, r.decided_on desc, r.id desc""";

    @PersistenceContext
    private EntityManager em;

    /** By the code of the register; one that gave none is not in it. */
    @SuppressWarnings("unchecked")
    Map<String, String> of(Long edition) {
        List<Tuple> rows = em.createNativeQuery(NUMBERS, Tuple.class)
                .setParameter("edition", edition)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(row -> row.get(0, String.class), row -> row.get(1, String.class)));
    }

    void tell(@Observes ListNumbersAsked asked) {
        of(asked.editionId()).forEach(asked::number);
    }
}
