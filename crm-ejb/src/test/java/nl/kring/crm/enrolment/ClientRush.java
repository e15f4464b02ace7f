package nl.kring.crm.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many who enrol at one edition by several clients at once; every sixth of them who got a seat cancels at once. A client that
 * gets no answer stops, and asks again when it is told to go on.
 */
public final class ClientRush {

    private static final int CANCELS = 6;

    /** Where clients ask. */
    public interface Desk {

        EnrolmentAnswer enrol(UUID person, String key) throws NoAnswer;

        void cancel(UUID person, UUID enrolment) throws NoAnswer;
    }

    /** Nobody knows whether it was done. */
    public static final class NoAnswer extends Exception {

        private static final long serialVersionUID = 1L;

        public NoAnswer(Throwable why) {
            super(why);
        }
    }

    private final ClientLog log = new ClientLog();
    private final Queue<UUID> persons;
    private final Queue<ClientLog.Asked> open = new ConcurrentLinkedQueue<>();
    private final Queue<RuntimeException> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final int clients;
    private List<Thread> running = List.of();

    public ClientRush(List<UUID> persons, int clients) {
        this.persons = new ConcurrentLinkedQueue<>(persons);
        this.clients = clients;
    }

    /** All clients begin, or go on: first with what was not answered. */
    public ClientRush begin(Desk desk) {
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Thread client = new Thread(() -> ask(desk), "client-" + i);
            client.setDaemon(true);
            client.start();
            started.add(client);
        }
        running = started;
        return this;
    }

    /** Waits for that many answers. */
    public void until(int number) throws InterruptedException {
        while (answers.get() < number && running.stream().anyMatch(Thread::isAlive)) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** Waits until each client has done all there is to do, or got no answer. */
    public void end() throws InterruptedException {
        for (Thread client : running) {
            client.join();
        }
        if (!surprises.isEmpty()) {
            throw new IllegalStateException(surprises.size() + " answers that nobody expected", surprises.peek());
        }
    }

    public ClientLog log() {
        return log;
    }

    public int answers() {
        return answers.get();
    }

    /** How many do not know what became of what they asked. */
    public int unanswered() {
        return open.size();
    }

    private void ask(Desk desk) {
        ClientLog.Asked asked = null;
        try {
            for (asked = next(); asked != null; asked = next()) {
                if (asked.enrols()) {
                    log.told(asked, desk.enrol(asked.person(), asked.key()));
                    if (answers.incrementAndGet() % CANCELS == 0
                            && asked.answer().state() == EnrolmentState.CONFIRMED) {
                        open.add(log.cancels(asked.person(), asked.answer().uuid()));
                    }
                } else {
                    desk.cancel(asked.person(), asked.cancelled());
                    log.told(asked, null);
                    answers.incrementAndGet();
                }
            }
        } catch (NoAnswer e) {
            open.add(asked);
        } catch (RuntimeException e) {
            surprises.add(e);
        }
    }

    private ClientLog.Asked next() {
        ClientLog.Asked again = open.poll();
        if (again != null) {
            return again;
        }
        UUID person = persons.poll();
        return person == null ? null : log.enrols(person);
    }
}
