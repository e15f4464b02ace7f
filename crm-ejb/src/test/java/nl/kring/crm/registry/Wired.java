package nl.kring.crm.registry;

import java.lang.reflect.Field;
import java.util.Arrays;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Boundaries with what a container would inject, for a caller that a test chooses. */
final class Wired {

    private Wired() {}

    static <T> T wired(T bean, Object... parts) {
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

    /** Staff of an organisation. */
    static CurrentUser staffOf(long organisation, long account) {
        return new CurrentUser() {

            @Override
            public boolean has(Role role) {
                return role == Role.STAFF;
            }

            @Override
            public Long organisationId() {
                return organisation;
            }

            @Override
            public Long accountId() {
                return account;
            }
        };
    }
}
