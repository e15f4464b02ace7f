package nl.kring.crm.database;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Arrays;

/** Boundaries with what a container would inject. */
public final class Wired {

    private Wired() {}

    /** Puts each part into the fields of its type. */
    public static <T> T wired(T bean, Object... parts) {
        for (Field field : bean.getClass().getDeclaredFields()) {
            Arrays.stream(parts)
                    .filter(part -> field.getType().isInstance(part))
                    .findFirst()
                    .ifPresent(part -> put(bean, field, part));
        }
        return bean;
    }

    /** A boundary with all that it asks for, made in the same way as far as it is not given; news goes nowhere. */
    public static <T> T made(Class<T> type, Object... given) {
        T bean = instance(type);
        for (Field field : type.getDeclaredFields()) {
            if (field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(PersistenceContext.class)) {
                put(bean, field, part(field.getType(), given));
            }
        }
        return bean;
    }

    private static Object part(Class<?> type, Object... given) {
        return Arrays.stream(given)
                .filter(type::isInstance)
                .findFirst()
                .orElseGet(() -> type == Event.class ? new Told(news -> {}) : made(type, given));
    }

    private static <T> T instance(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts one part into one field. */
    public static void put(Object bean, Field field, Object part) {
        try {
            field.setAccessible(true);
            field.set(bean, part);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
