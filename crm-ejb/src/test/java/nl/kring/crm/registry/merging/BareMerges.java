package nl.kring.crm.registry.merging;

import static nl.kring.crm.database.Wired.wired;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Clock;
import nl.kring.crm.registry.GoldenRecords;
import nl.kring.crm.registry.affiliation.DerivedAffiliations;
import nl.kring.crm.registry.organisation.Workplaces;
import nl.kring.crm.security.CurrentUser;

/** Merging for tests in which nobody is enrolled anywhere: of the components above the register only the review desk is told. */
public final class BareMerges {

    private BareMerges() {}

    public static Merges of(EntityManager em, Clock clock, CurrentUser caller, Object... parts) {
        GoldenRecords golden = wired(new GoldenRecords(), em, clock);
        Event<?> news = toTheDesk(em, clock);
        Merging merging = wired(
                new Merging(), em, clock, caller, golden, wired(new DerivedAffiliations(), em, clock, golden), news);
        Merges merges = wired(new Merges(), em, clock, caller, merging, news);
        return wired(merges, parts);
    }

    public static Separations separations(EntityManager em, Clock clock, CurrentUser caller, Object... parts) {
        return wired(wired(new Separations(), em, caller, toTheDesk(em, clock)), parts);
    }

    public static OrganisationMerges ofOrganisations(
            EntityManager em, Clock clock, CurrentUser caller, Object... parts) {
        GoldenRecords golden = wired(new GoldenRecords(), em, clock);
        OrganisationMerging merging = wired(
                new OrganisationMerging(),
                em,
                clock,
                caller,
                golden,
                wired(new DerivedAffiliations(), em, clock, golden),
                wired(new Workplaces(), em, clock),
                toTheDesk(em, clock));
        return wired(wired(new OrganisationMerges(), em, clock, caller, merging), parts);
    }

    private static Event<?> toTheDesk(EntityManager em, Clock clock) {
        return (Event<?>) Proxy.newProxyInstance(
                BareMerges.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
                    if (arguments[0] instanceof PersonsSettled) {
                        settle(arguments[0], em, clock);
                    }
                    return null;
                });
    }

    private static void settle(Object settled, EntityManager em, Clock clock) throws ReflectiveOperationException {
        Class<?> desk = Class.forName("nl.kring.crm.intake.review.SettledReviews");
        Constructor<?> constructor = desk.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method settle = desk.getDeclaredMethod("settle", PersonsSettled.class);
        settle.setAccessible(true);
        settle.invoke(wired(constructor.newInstance(), em, clock), settled);
    }
}
