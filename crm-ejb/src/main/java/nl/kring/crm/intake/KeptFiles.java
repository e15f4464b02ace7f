package nl.kring.crm.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;

/** Throws the files of rehearsals away that nobody brought in for a week. */
@Singleton
@PermitAll
public class KeptFiles {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Schedule(hour = "3", minute = "20", persistent = false)
    void dropOld() {
        Instant now = clock.instant();
        em.createNativeQuery("""
                        delete from crm.import_file f using crm.import_run r
                         where r.id = f.run_id and r.file_until < :now""").setParameter("now", now).executeUpdate();
        em.createQuery("update ImportRun r set r.fileUntil = null where r.fileUntil < :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
