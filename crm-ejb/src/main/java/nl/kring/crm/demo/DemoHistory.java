package nl.kring.crm.demo;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.platform.jobs.JobProgress;
import nl.kring.crm.platform.jobs.JobWork;
import org.hibernate.Session;

/**
 * Gives the people of the demo a past, once their registers came in: queued after the imports, it is done after them. All of
 * it or nothing, and only once.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DemoHistory implements JobWork {

    static final String KIND = "demo-history";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(UUID subject, JobProgress progress) {
        Number told = (Number) em.createNativeQuery(
                        "select count(*) from crm.affiliation where role = 'PRACTICE_OWNER' and not derived")
                .getSingleResult();
        if (told.intValue() == 0) {
            tell();
        }
    }

    private void tell() {
        em.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement days = connection.prepareStatement(
                    "select set_config('kring.today', ?, true), set_config('kring.now', ?, true)")) {
                days.setString(
                        1, LocalDate.now(clock.withZone(SystemClock.AMSTERDAM)).toString());
                days.setString(2, clock.instant().toString());
                days.execute();
            }
            try (Statement history = connection.createStatement()) {
                history.execute(script());
            }
        });
    }

    private static String script() {
        try (InputStream in = DemoHistory.class.getResourceAsStream("history.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
