package nl.kring.crm.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;

/** Gives everyone the same clock. Instants are stored, Europe/Amsterdam is shown. */
@ApplicationScoped
public class SystemClock {

    public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    @Produces
    Clock clock() {
        return Clock.system(AMSTERDAM);
    }
}
