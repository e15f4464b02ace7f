package nl.kring.crm.communication;

import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.workbench.TaskInbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail server that is away for an hour loses no mail and doubles none; what it takes never is told to people. */
class OutboxOutageTest {

    private static final int MAILS = 30;

    private static AgendaDatabase database;
    private static int port;

    private final MovedClock clock = new MovedClock();
    private GreenMail server;
    private String delivery;

    @BeforeAll
    static void open() throws Exception {
        database = AgendaDatabase.start();
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @AfterAll
    static void close() throws Exception {
        database.close();
    }

    @BeforeEach
    void mail_leaves() {
        delivery = System.getProperty("crm.mail.delivery");
        System.setProperty("crm.mail.delivery", "smtp");
        database.clearAgenda();
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @AfterEach
    void and_no_longer() {
        server.stop();
        if (delivery == null) {
            System.clearProperty("crm.mail.delivery");
        } else {
            System.setProperty("crm.mail.delivery", delivery);
        }
    }

    @Test
    void an_hour_without_a_mail_server_loses_nothing_and_doubles_nothing() throws Exception {
        server.start();
        write(0, MAILS / 3);
        drain();
        Map<String, Integer> before = received();
        assertThat(before).hasSize(MAILS / 3);
        server.stop();

        write(MAILS / 3, 2 * MAILS / 3);
        Map<String, String> written = ids();
        for (int minute = 0; minute < 60; minute++) {
            clock.pass(Duration.ofMinutes(1));
            drain();
            if (minute == 30) {
                write(2 * MAILS / 3, MAILS);
            }
        }
        assertThat(count("state = 'PENDING'")).isEqualTo(2 * MAILS / 3);
        assertThat(count("state = 'FAILED'")).isZero();

        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        for (int minute = 0; minute < 16; minute++) {
            clock.pass(Duration.ofMinutes(1));
            drain();
        }

        Map<String, Integer> all = received();
        all.putAll(before);
        assertThat(all)
                .hasSize(MAILS)
                .allSatisfy((id, times) -> assertThat(times).isEqualTo(1));
        assertThat(all.keySet()).isEqualTo(new TreeMap<>(ids()).keySet());
        assertThat(ids())
                .as("a mail that waited has the Message-ID with which it was written")
                .containsAllEntriesOf(written);
        assertThat(count("state = 'SENT'")).isEqualTo(MAILS);
        assertThat(count("last_error is not null")).isZero();
    }

    /** The protection off: counted by attempts, as it once was, the same outage over a night would give mails up. */
    @Test
    void giving_up_by_attempts_would_lose_them_and_giving_up_by_days_does_not() {
        write(0, 1);
        for (int quarter = 0; quarter < 4 * 14; quarter++) {
            clock.pass(Duration.ofMinutes(15));
            drain();
        }
        assertThat(count("attempts > 8"))
                .as("a rule of eight attempts would have ended it")
                .isEqualTo(1);
        assertThat(count("state = 'PENDING'")).isEqualTo(1);

        clock.pass(Duration.ofDays(5));
        drain();
        assertThat(count("state = 'FAILED'")).isEqualTo(1);
    }

    /** The protection off: a crash between handing over and writing that down sends again, and is known by its Message-ID. */
    @Test
    void what_is_sent_twice_after_a_crash_is_the_same_mail() throws Exception {
        server.start();
        write(0, 1);
        drain();
        database.change(em -> em.createNativeQuery("update crm.message set state = 'PENDING', sent_at = null")
                .executeUpdate());
        drain();

        assertThat(received().values()).as("without writing down it is doubled").containsExactly(2);
        assertThat(received().keySet()).as("as one and the same").isEqualTo(ids().keySet());
    }

    @Test
    void an_address_that_is_refused_for_good_is_not_tried_again_and_somebody_gets_a_task() throws Exception {
        try (Refusing refusing = new Refusing("550 5.1.1 Geen postbus hier")) {
            person(7, "J. Jansen");
            writeTo(7L, "weg@example.nl");
            drain(refusing.port());
            assertThat(text("state || ' ' || bounce")).isEqualTo("REFUSED 550 5.1.1 Geen postbus hier");
            clock.pass(Duration.ofDays(1));
            drain(refusing.port());
            assertThat(refusing.connections()).isEqualTo(1);
            assertThat(tasks()).containsExactly("Mail komt niet aan: J. Jansen");

            writeTo(7L, "ook-weg@example.nl");
            drain(refusing.port());
            assertThat(tasks()).as("one task until it is done").hasSize(1);
        }
    }

    /** The protection off: were every refusal for good, a server that is busy would lose mails. */
    @Test
    void an_address_that_is_refused_for_now_is_tried_again() throws Exception {
        try (Refusing refusing = new Refusing("451 4.7.1 Grijze lijst, kom later terug")) {
            person(8, "B. Bakker");
            writeTo(8L, "later@example.nl");
            drain(refusing.port());
        }
        assertThat(count("state = 'PENDING' and bounce is null")).isEqualTo(1);
        assertThat(tasks()).isEmpty();
        server.start();
        clock.pass(Duration.ofMinutes(2));
        drain();
        assertThat(count("state = 'SENT'")).isEqualTo(1);
    }

    // --- how it is done

    private void write(int from, int to) {
        database.change(em -> {
            Messages messages = wired(new Messages(), em, clock);
            for (int i = from; i < to; i++) {
                messages.send(new OutgoingMail(
                        null, null, "enrolment-confirmed", "gp" + i + "@example.nl", "x" + i, "y", null, null));
            }
        });
    }

    private void writeTo(Long person, String address) {
        database.change(em -> wired(new Messages(), em, clock)
                .send(new OutgoingMail(
                        AgendaDatabase.organiser(em, "NOORD").getId(),
                        person,
                        "enrolment-confirmed",
                        address,
                        "x",
                        "y",
                        null,
                        null)));
    }

    private static void person(long id, String name) {
        database.change(
                em -> em.createNativeQuery("insert into crm.person (id, uuid, display_name, created_at) values (" + id
                                + ", gen_random_uuid(), '" + name + "', now())")
                        .executeUpdate());
    }

    private void drain() {
        drain(port);
    }

    private void drain(int smtp) {
        boolean more = true;
        while (more) {
            more = database.inTransaction(em -> {
                BounceNews news = wired(new BounceNews(), em, wired(new TaskInbox(), em, clock));
                return wired(new OutboxDesk(), em, clock, session(smtp), news).sendNext();
            });
        }
    }

    private static Session session(int smtp) {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", String.valueOf(smtp));
        settings.setProperty("mail.from", "kring@example.nl");
        return Session.getInstance(settings);
    }

    /** What the server that runs now has, by Message-ID, and how often. */
    private Map<String, Integer> received() throws Exception {
        Map<String, Integer> times = new TreeMap<>();
        for (MimeMessage mail : server.getReceivedMessages()) {
            times.merge(mail.getMessageID(), 1, Integer::sum);
        }
        return times;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> ids() {
        return database.inTransaction(em -> {
            Map<String, String> ids = new TreeMap<>();
            ((List<Object[]>) em.createNativeQuery("select message_id, recipient from crm.message")
                            .getResultList())
                    .forEach(row -> ids.put((String) row[0], (String) row[1]));
            return ids;
        });
    }

    private static long count(String where) {
        return database.inTransaction(
                em -> ((Number) em.createNativeQuery("select count(*) from crm.message where " + where)
                                .getSingleResult())
                        .longValue());
    }

    private static String text(String what) {
        return database.inTransaction(
                em -> (String) em.createNativeQuery("select " + what + " from crm.message order by id desc limit 1")
                        .getSingleResult());
    }

    @SuppressWarnings("unchecked")
    private static List<String> tasks() {
        return (List<String>) database.inTransaction(
                em -> em.createNativeQuery("select title from crm.task order by id", String.class)
                        .getResultList());
    }

    /** A clock that is moved by hand. */
    private static final class MovedClock extends Clock {

        private Instant now = AgendaDatabase.NOW;

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return SystemClock.AMSTERDAM;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** A mail server that takes nobody. */
    private static final class Refusing implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0);
        private final Thread serving;
        private volatile int connections;

        Refusing(String answer) throws IOException {
            serving = new Thread(() -> serve(answer));
            serving.start();
        }

        private void serve(String answer) {
            while (!socket.isClosed()) {
                try (Socket caller = socket.accept()) {
                    connections++;
                    BufferedReader in = new BufferedReader(
                            new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
                    OutputStream out = caller.getOutputStream();
                    say(out, "220 hier");
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        String verb = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
                        say(out, verb.equals("RCPT") ? answer : verb.equals("QUIT") ? "221 dag" : "250 goed");
                        if (verb.equals("QUIT")) {
                            break;
                        }
                    }
                } catch (IOException closed) {
                    return;
                }
            }
        }

        private static void say(OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        int port() {
            return socket.getLocalPort();
        }

        int connections() {
            return connections;
        }

        @Override
        public void close() throws Exception {
            socket.close();
            serving.join();
        }
    }
}
