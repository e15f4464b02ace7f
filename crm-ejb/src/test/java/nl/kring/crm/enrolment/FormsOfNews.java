package nl.kring.crm.enrolment;

import static nl.kring.crm.database.Wired.made;

import java.util.UUID;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.EditionLimited;

/** What the container would tell the enrolments. */
public final class FormsOfNews {

    private FormsOfNews() {}

    public static void limited(AgendaDatabase database, UUID edition) {
        database.change(em -> {
            Long number = em.createQuery("select e.id from Edition e where e.uuid = :uuid", Long.class)
                    .setParameter("uuid", edition)
                    .getSingleResult();
            made(EditionNews.class, em, AgendaDatabase.CLOCK, AgendaDatabase.visitor())
                    .requireInsiders(new EditionLimited(number));
        });
    }
}
