package nl.kring.crm.registry.affiliation;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Arrays;
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
