package nl.kring.crm.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Those who ask the same thing while others are decided about are decided together, each once, in the order of coming. */
class TurnstileTest {

    private static final String HERE = "here";

    private final ConcurrentLinkedQueue<List<Integer>> rounds = new ConcurrentLinkedQueue<>();
    private final CountDownLatch firstIsIn = new CountDownLatch(1);
    private final CountDownLatch othersWait = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() throws Exception {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS))
                .as("nobody is left waiting")
                .isTrue();
    }

    @Test
    void who_comes_alone_is_decided_at_once_in_the_own_thread() {
        Thread[] decider = new Thread[1];
        Turnstile<String, Integer, Integer> turnstile = new Turnstile<>(1, 50, List::of, (about, wishes) -> {
            decider[0] = Thread.currentThread();
            return wishes;
        });

        assertThat(turnstile.pass(HERE, 7)).isEqualTo(7);

        assertThat(decider[0]).isEqualTo(Thread.currentThread());
    }

    @Test
    void those_who_come_meanwhile_are_decided_together_in_their_order() throws Exception {
        Turnstile<String, Integer, Integer> turnstile = slowAtFirst(1, 50);

        List<Future<Integer>> answers = firstAndThen(turnstile, List.of(1, 2, 3, 4, 5));

        assertThat(rounds).containsExactly(List.of(0), List.of(1, 2, 3, 4, 5));
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo(i * 10);
        }
    }

    @Test
    void no_round_is_of_more_than_was_said() throws Exception {
        firstAndThen(slowAtFirst(1, 2), List.of(1, 2, 3, 4, 5));

        assertThat(rounds).containsExactly(List.of(0), List.of(1, 2), List.of(3, 4), List.of(5));
    }

    /** The mark is the number modulo ten. */
    @Test
    void two_with_the_same_mark_are_never_in_one_round_and_keep_their_order() throws Exception {
        firstAndThen(slowAtFirst(1, 50), List.of(1, 11, 2, 21, 12));

        assertThat(rounds).containsExactly(List.of(0), List.of(1, 2), List.of(11, 12), List.of(21));
    }

    @Test
    void what_is_about_something_else_does_not_wait() throws Exception {
        Turnstile<String, Integer, Integer> turnstile = slowAtFirst(1, 50);
        Future<Integer> slow = threads.submit(() -> turnstile.pass(HERE, 0));
        firstIsIn.await();

        assertThat(turnstile.pass("there", 3)).isEqualTo(30);

        assertThat(slow.isDone()).isFalse();
        othersWait.countDown();
        assertThat(slow.get()).isZero();
    }

    @Test
    void what_fails_fails_for_all_of_the_round_and_for_nobody_else() throws Exception {
        Turnstile<String, Integer, Integer> turnstile = new Turnstile<>(1, 2, List::of, (about, wishes) -> {
            waitIfFirst(wishes);
            if (wishes.contains(2)) {
                throw new IllegalStateException("no");
            }
            return wishes;
        });

        List<Future<Integer>> answers = firstAndThen(turnstile, List.of(1, 2, 3));

        assertThat(answers.get(0).get()).isZero();
        assertThatThrownBy(() -> answers.get(1).get()).hasRootCauseMessage("no");
        assertThatThrownBy(() -> answers.get(2).get()).hasRootCauseMessage("no");
        assertThat(answers.get(3).get()).isEqualTo(3);
    }

    @Test
    void an_answer_too_few_is_told_to_who_got_none() throws Exception {
        Turnstile<String, Integer, Integer> turnstile = new Turnstile<>(1, 50, List::of, (about, wishes) -> {
            waitIfFirst(wishes);
            return wishes.size() > 1 ? wishes.subList(0, 1) : wishes;
        });

        List<Future<Integer>> answers = firstAndThen(turnstile, List.of(1, 2));

        assertThat(answers.get(1).get()).isEqualTo(1);
        assertThatThrownBy(() -> answers.get(2).get()).hasRootCauseInstanceOf(RuntimeException.class);
    }

    @Test
    void a_round_that_dies_leaves_its_place_to_the_next() throws Exception {
        Turnstile<String, Integer, Integer> turnstile = new Turnstile<>(1, 2, List::of, (about, wishes) -> {
            waitIfFirst(wishes);
            if (wishes.contains(1)) {
                throw new StackOverflowError("too deep");
            }
            return wishes;
        });

        List<Future<Integer>> answers = firstAndThen(turnstile, List.of(1, 2, 3));

        assertThatThrownBy(() -> answers.get(1).get()).isNotNull();
        assertThatThrownBy(() -> answers.get(2).get()).isNotNull();
        assertThat(answers.get(3).get()).isEqualTo(3);
        assertThat(turnstile.pass(HERE, 4)).isEqualTo(4);
    }

    @Test
    void of_thousands_by_many_threads_each_is_decided_once_and_no_more_rounds_than_said_are_at_once() throws Exception {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Turnstile<String, Integer, Integer> turnstile =
                new Turnstile<>(2, 8, each -> List.of(each % 5), (about, wishes) -> {
                    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                    rounds.add(wishes);
                    Thread.yield();
                    atOnce.decrementAndGet();
                    return wishes.stream().map(each -> each * 10).toList();
                });
        List<Callable<Integer>> works = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            int wish = i;
            works.add(() -> turnstile.pass(HERE, wish));
        }
        ExecutorService many = Executors.newFixedThreadPool(40);
        try {
            List<Future<Integer>> answers = many.invokeAll(works, 60, TimeUnit.SECONDS);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(i * 10);
            }
        } finally {
            many.shutdownNow();
        }

        assertThat(rounds.stream().flatMap(List::stream)).hasSize(5_000).doesNotHaveDuplicates();
        assertThat(rounds)
                .allMatch(round ->
                        new HashSet<>(round.stream().map(each -> each % 5).toList()).size() == round.size());
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    private Turnstile<String, Integer, Integer> slowAtFirst(int together, int most) {
        return new Turnstile<>(together, most, each -> List.of(each % 10), (about, wishes) -> {
            waitIfFirst(wishes);
            rounds.add(wishes);
            return wishes.stream().map(each -> each * 10).toList();
        });
    }

    private void waitIfFirst(List<Integer> wishes) {
        if (wishes.contains(0)) {
            firstIsIn.countDown();
            try {
                othersWait.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** While the first is decided the others come one by one. */
    private List<Future<Integer>> firstAndThen(Turnstile<String, Integer, Integer> turnstile, List<Integer> others)
            throws Exception {
        List<Future<Integer>> answers = new ArrayList<>();
        answers.add(threads.submit(() -> turnstile.pass(HERE, 0)));
        firstIsIn.await();
        for (Integer wish : others) {
            Thread[] asking = new Thread[1];
            CountDownLatch begun = new CountDownLatch(1);
            answers.add(threads.submit(() -> {
                asking[0] = Thread.currentThread();
                begun.countDown();
                return turnstile.pass(HERE, wish);
            }));
            begun.await();
            while (asking[0].getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        othersWait.countDown();
        for (Future<Integer> answer : answers) {
            try {
                answer.get(30, TimeUnit.SECONDS);
            } catch (ExecutionException failed) {
                // looked at by who asked
            }
        }
        return answers;
    }
}
