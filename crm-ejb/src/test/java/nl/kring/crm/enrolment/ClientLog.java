package nl.kring.crm.enrolment;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What clients asked and what they were told, in the order of one clock that all of them look at. */
public final class ClientLog {

    /** One thing that was asked, and asked again in the same words for as long as no answer came. */
    public static final class Asked {

        private final UUID person;
        private final String key;
        private final UUID cancelled;
        private final long sent;
        private volatile long answered = Long.MAX_VALUE;
        private volatile EnrolmentAnswer answer;

        private Asked(UUID person, String key, UUID cancelled, long sent) {
            this.person = person;
            this.key = key;
            this.cancelled = cancelled;
            this.sent = sent;
        }

        UUID person() {
            return person;
        }

        String key() {
            return key;
        }

        /** The enrolment that is to end; null for who enrols. */
        UUID cancelled() {
            return cancelled;
        }

        boolean enrols() {
            return cancelled == null;
        }

        boolean isAnswered() {
            return answered != Long.MAX_VALUE;
        }

        /** What somebody who enrolled was told. */
        EnrolmentAnswer answer() {
            return answer;
        }

        /** Whether it was answered before the other was sent. */
        boolean isBefore(Asked other) {
            return answered < other.sent;
        }

        @Override
        public String toString() {
            return (enrols() ? "enrols " : "cancels ") + person + (isAnswered() ? " told " + answer : " not answered");
        }
    }

    private final AtomicLong clock = new AtomicLong();
    private final Queue<Asked> lines = new ConcurrentLinkedQueue<>();

    Asked enrols(UUID person) {
        return written(new Asked(person, UUID.randomUUID().toString(), null, clock.incrementAndGet()));
    }

    Asked cancels(UUID person, UUID enrolment) {
        return written(new Asked(person, null, enrolment, clock.incrementAndGet()));
    }

    private Asked written(Asked line) {
        lines.add(line);
        return line;
    }

    void told(Asked line, EnrolmentAnswer answer) {
        line.answer = answer;
        line.answered = clock.incrementAndGet();
    }

    List<Asked> lines() {
        return List.copyOf(lines);
    }
}
