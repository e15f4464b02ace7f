package nl.kring.crm.enrolment;

import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import nl.kring.crm.registry.succession.SuccessionPreview;
import nl.kring.crm.registry.succession.SuccessionPreviewed;
import org.junit.jupiter.api.Test;

class SuccessionNewsTest {

    @Test
    void a_preview_tells_the_open_enrolments_of_who_still_works_there_on_the_day() throws Exception {
        SeatsDatabase database = new SeatsDatabase();
        try {
            long edition = database.anEdition(5, false);
            List<Long> persons = database.persons(4);
            persons.forEach(person -> database.enrol(edition, person, null));
            database.cancel(database.inTransaction(
                    em -> em.createQuery("select e from Enrolment e where e.person.id = :person", Enrolment.class)
                            .setParameter("person", persons.get(2))
                            .getSingleResult()
                            .getUuid()));
            works(database, persons.get(0), null);
            works(database, persons.get(1), "2026-10-31");
            works(database, persons.get(2), null);

            SuccessionPreviewed news = new SuccessionPreviewed(List.of(1L), LocalDate.of(2026, 11, 1));
            database.inTransaction(em -> {
                observer(em).tell(news);
                return null;
            });

            assertThat(news.consequences()).containsExactly(new SuccessionPreview.Consequence("enrolments", 1));
        } finally {
            database.close();
        }
    }

    private static void works(SeatsDatabase database, long person, String until) {
        database.inTransaction(em -> em.createNativeQuery("""
                        insert into crm.affiliation (id, uuid, person_id, organisation_id, role, valid_to, created_at)
                        values (nextval('crm.entity_seq'), gen_random_uuid(), :person, 1, 'GP', cast(:until as date), now())""")
                .setParameter("person", person)
                .setParameter("until", until)
                .executeUpdate());
    }

    private static SuccessionNews observer(EntityManager em) {
        return wired(new SuccessionNews(), em, SeatsDatabase.CLOCK);
    }
}
