package nl.kring.crm.intake;

import java.util.Optional;

/**
 * What a cell came to: a value, or nothing and the reason.
 *
 * @param problem code of what is wrong with it, null when nothing is
 */
record Reading<T>(T value, String problem) {

    static <T> Reading<T> of(T value) {
        return new Reading<>(value, null);
    }

    static <T> Reading<T> nothing() {
        return new Reading<>(null, null);
    }

    static <T> Reading<T> problem(String code) {
        return new Reading<>(null, code);
    }

    static <T> Reading<T> of(Optional<T> value, String otherwise) {
        return new Reading<>(value.orElse(null), value.isPresent() ? null : otherwise);
    }
}
