package nl.kring.crm.registry.merging;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Arrays;
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

    private static <T> T wired(T bean, Object... parts) {
        for (Field field : bean.getClass().getDeclaredFields()) {
            Arrays.stream(parts)
                    .filter(part -> field.getType().isInstance(part))
                    .findFirst()
                    .ifPresent(part -> put(bean, field, part));
        }
        return bean;
    }

    private static void put(Object bean, Field field, Object part) {
        try {
            field.setAccessible(true);
            field.set(bean, part);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
