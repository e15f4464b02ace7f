package nl.kring.crm.enrolment;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.kring.crm.platform.BusinessException;

/**
 * What came of one of several that are decided together: something, or a refusal that concerns none of the others.
 *
 * @param made null for who was refused
 * @param refused null for who was not; else a rule that says no, or what failed for one alone
 */
record Verdict<T>(T made, RuntimeException refused) {

    static <T> Verdict<T> of(Supplier<T> work) {
        try {
            return new Verdict<>(work.get(), null);
        } catch (BusinessException no) {
            return new Verdict<>(null, no);
        }
    }

    boolean isRefused() {
        return refused != null;
    }

    /** What was made, for who asked alone. */
    T orRefuse() {
        if (refused != null) {
            throw refused;
        }
        return made;
    }

    static <T> List<T> made(List<Verdict<T>> verdicts) {
        return verdicts.stream()
                .filter(each -> !each.isRefused())
                .map(Verdict::made)
                .toList();
    }

    /** Goes on with those who were not refused, all of them together; who was stays refused, in the same order. */
    static <A, B> List<Verdict<B>> then(List<Verdict<A>> before, Function<List<A>, List<Verdict<B>>> step) {
        List<A> left = made(before);
        Iterator<Verdict<B>> next = left.isEmpty()
                ? List.<Verdict<B>>of().iterator()
                : step.apply(left).iterator();
        List<Verdict<B>> after = new ArrayList<>();
        before.forEach(each -> after.add(each.isRefused() ? new Verdict<>(null, each.refused()) : next.next()));
        return after;
    }
}
