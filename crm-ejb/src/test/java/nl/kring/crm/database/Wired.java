package nl.kring.crm.database;

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
