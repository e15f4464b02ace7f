package nl.kring.crm.demo;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import nl.kring.crm.platform.SystemClock;
import org.hibernate.Session;

/** A file of SQL beside this class that tells something of the demo; its days hang on the day on which it is told. */
final class DemoScript {

    private DemoScript() {}

    /** In the transaction of the caller. */
    static void tell(EntityManager em, Clock clock, String file) {
        em.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement days = connection.prepareStatement(
                    "select set_config('kring.today', ?, true), set_config('kring.now', ?, true)")) {
                days.setString(
                        1, LocalDate.now(clock.withZone(SystemClock.AMSTERDAM)).toString());
                days.setString(2, clock.instant().toString());
                days.execute();
            }
            try (Statement story = connection.createStatement()) {
                story.execute(read(file));
            }
        });
    }

    private static String read(String file) {
        try (InputStream in = DemoScript.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
