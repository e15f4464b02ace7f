package nl.kring.crm.registry.merging;

import static nl.kring.crm.database.Wired.wired;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Clock;
import nl.kring.crm.registry.GoldenRecords;
import nl.kring.crm.registry.affiliation.DerivedAffiliations;
import nl.kring.crm.security.CurrentUser;

/** Merging for tests in which nobody is enrolled anywhere: the components above the register are not told. */
public final class BareMerges {

    private static final Event<?> TO_NOBODY = (Event<?>) Proxy.newProxyInstance(
            BareMerges.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> null);

    private BareMerges() {}

    public static Merges of(EntityManager em, Clock clock, CurrentUser caller, Object... parts) {
        GoldenRecords golden = wired(new GoldenRecords(), em, clock);
        Merging merging = wired(
                new Merging(),
                em,
                clock,
                caller,
                golden,
                wired(new DerivedAffiliations(), em, clock, golden),
                TO_NOBODY);
        Merges merges = wired(new Merges(), em, clock, caller, merging, TO_NOBODY);
        return wired(merges, parts);
    }
}
