package nl.kring.crm.registry.affiliation;

import static nl.kring.crm.database.Wired.wired;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.registry.GoldenRecords;
import nl.kring.crm.registry.Stewardship;
import nl.kring.crm.security.CurrentUser;

/** Departures for tests in which nobody listens. */
public final class BareDepartures {

    private BareDepartures() {}

    public static Departures of(EntityManager em, Clock clock, CurrentUser caller, AuditTrail audit) {
        Event<?> toNobody = (Event<?>) Proxy.newProxyInstance(
                BareDepartures.class.getClassLoader(),
                new Class<?>[] {Event.class},
                (proxy, method, arguments) -> null);
        Stewardship stewardship = wired(new Stewardship(), em, clock, caller);
        GoldenRecords golden = wired(new GoldenRecords(), em, clock);
        Ledger ledger = wired(new Ledger(), em, clock, caller, stewardship, audit, golden, toNobody);
        return wired(new Departures(), em, clock, caller, stewardship, ledger);
    }
}
