package nl.kring.crm.enrolment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Where requests for the same thing meet that would wait for each other anyway. The first decides at once; those who come while
 * it decides are decided together afterwards, by one of them, in the order in which they came. Nobody waits for others
 * to come. Holds nothing but requests that wait for their answer.
 *
 * @param <K> what they want something of
 * @param <W> what one wants
 * @param <R> what comes of it
 */
final class Turnstile<K, W, R> {

    /** One who waits in his or her own thread. */
    private final class Visitor {

        private final W wish;
        private final Collection<?> own;
        private final Thread thread = Thread.currentThread();
        private volatile boolean leads;
        private volatile boolean answered;
        private R answer;
        private RuntimeException failure;

        private Visitor(W wish) {
            this.wish = wish;
            this.own = marks.apply(wish);
        }

        private void tell(R found, RuntimeException why) {
            answer = found;
            failure = why;
            answered = true;
            LockSupport.unpark(thread);
        }

        private void lead() {
            leads = true;
            LockSupport.unpark(thread);
        }

        /** Until there is an answer, or nobody else to decide. */
        private void await() {
            boolean interrupted = false;
            while (!answered && !leads) {
                LockSupport.park(this);
                interrupted |=
                        Thread.interrupted(); // what was asked is decided all the same, so its answer is waited for
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class Line {
        private final Deque<Visitor> waiting = new ArrayDeque<>();
        private int rounds;
    }

    private final Map<K, Line> lines = new HashMap<>();
    private final int together;
    private final int most;
    private final Function<W, ? extends Collection<?>> marks;
    private final BiFunction<K, List<W>, List<R>> decide;

    /**
     * @param together how many rounds about the same are decided at once
     * @param most how many are decided in one round
     * @param marks two that share one are never decided in one round
     * @param decide gives as many answers as it is given wishes, in their order; what it throws is thrown to each of them
     */
    Turnstile(
            int together,
            int most,
            Function<W, ? extends Collection<?>> marks,
            BiFunction<K, List<W>, List<R>> decide) {
        this.together = together;
        this.most = most;
        this.marks = marks;
        this.decide = decide;
    }

    /** Waits for the answer, in the thread of who asks, which may have to decide for others too. */
    R pass(K about, W wish) {
        Visitor visitor = new Visitor(wish);
        enter(about, visitor);
        visitor.await();
        while (visitor.leads) {
            lead(about, visitor);
            visitor.await();
        }
        if (visitor.failure != null) {
            throw visitor.failure;
        }
        return visitor.answer;
    }

    private synchronized void enter(K about, Visitor visitor) {
        Line line = lines.computeIfAbsent(about, none -> new Line());
        line.waiting.add(visitor);
        if (line.rounds < together) {
            line.rounds++;
            visitor.leads = true;
        }
    }

    private void lead(K about, Visitor leader) {
        leader.leads = false;
        boolean goesOn = false;
        try {
            List<Visitor> round = next(about);
            if (!round.isEmpty()) {
                decided(about, round);
            }
            goesOn = true;
        } finally {
            leave(about, goesOn ? null : leader);
        }
    }

    private void decided(K about, List<Visitor> round) {
        try {
            List<R> answers =
                    decide.apply(about, round.stream().map(each -> each.wish).toList());
            for (int i = 0; i < round.size(); i++) {
                round.get(i).tell(answers.get(i), null);
            }
        } catch (RuntimeException e) {
            fail(round, e);
        } finally {
            fail(round, new IllegalStateException("Nobody decided"));
        }
    }

    private void fail(List<Visitor> round, RuntimeException why) {
        round.stream().filter(each -> !each.answered).forEach(each -> each.tell(null, why));
    }

    /** Those who came first, of whom no two share a mark. */
    private synchronized List<Visitor> next(K about) {
        List<Visitor> round = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        Iterator<Visitor> waiting = lines.get(about).waiting.iterator();
        while (round.size() < most && waiting.hasNext()) {
            Visitor each = waiting.next();
            if (each.own.stream().noneMatch(seen::contains)) {
                round.add(each);
                waiting.remove();
            }
            seen.addAll(each.own);
        }
        return round;
    }

    /**
     * Passes the lead to who waits longest.
     *
     * @param gone who does not wait any longer, though nobody decided; null for nobody
     */
    private synchronized void leave(K about, Visitor gone) {
        Line line = lines.get(about);
        if (gone != null) {
            line.waiting.remove(gone);
        }
        Visitor next =
                line.waiting.stream().filter(each -> !each.leads).findFirst().orElse(null);
        if (next != null) {
            next.lead();
            return;
        }
        line.rounds--;
        if (line.rounds == 0 && line.waiting.isEmpty()) {
            lines.remove(about);
        }
    }
}
