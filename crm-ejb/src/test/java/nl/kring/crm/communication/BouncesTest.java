package nl.kring.crm.communication;

import static nl.kring.crm.workbench.Office.FEA;
import static nl.kring.crm.workbench.Office.THOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.workbench.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What came back is shown at the person, and what an organisation sent is nobody else's business. */
class BouncesTest {

    private static final String REPORT = """
            From: MAILER-DAEMON@mx.example.nl
            To: kring@example.nl
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="grens"

            --grens
            Content-Type: text/plain

            Uw bericht is niet bezorgd.

            --grens
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.nl

            Final-Recipient: rfc822; weg@example.nl
            Action: %s
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 <weg@example.nl>:
             Recipient address rejected

            --grens
            Content-Type: %s

            From: kring@example.nl
            Subject: Bevestiging
            Message-ID: %s

            %s
            --grens--
            """;

    private Office fea;
    private Office thoon;
    private UUID person;

    @BeforeEach
    void a_mail_was_sent() throws Exception {
        Office.reset();
        fea = Office.of(FEA);
        thoon = Office.of(THOON);
        person = Office.person("Jansen");
        Long id = Long.valueOf(Office.value("select id from crm.person"));
        for (Office each : List.of(fea, thoon)) {
            Long from = each == fea ? FEA : THOON;
            each.tell(
                    Messages.class,
                    messages -> messages.send(new OutgoingMail(
                            from, id, "enrolment-confirmed", "weg@example.nl", "Van " + from, "y", null, null)));
        }
        Office.run("update crm.message set state = 'SENT', message_id = '<mail-' || organisation_id || '@kring>'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"message/rfc822", "text/rfc822-headers"})
    void what_came_back_stands_with_the_mail_and_is_a_task(String original) {
        byte[] mail = report("failed", original, "<mail-1@kring>");
        String reached = fea.ask(Bounces.class, bounces -> bounces.report(mail));
        assertThat(reached).isEqualTo("weg@example.nl");
        fea.ask(Bounces.class, bounces -> bounces.report(mail));

        assertThat(fea.ask(Bounces.class, Bounces::list)).singleElement().satisfies(message -> {
            assertThat(message.getBounce())
                    .isEqualTo("5.1.1 smtp; 550 5.1.1 <weg@example.nl>: Recipient address rejected");
            assertThat(message.getState()).isEqualTo(MessageState.SENT);
        });
        assertThat(Office.value("select count(*) || ' ' || min(title) from crm.task"))
                .isEqualTo("1 Mail komt niet aan: Jansen");
        assertThat(thoon.ask(Bounces.class, Bounces::list)).isEmpty();
    }

    @Test
    void a_report_about_another_organisations_mail_is_about_nothing() {
        byte[] mail = report("failed", "message/rfc822", "<mail-1@kring>");
        assertThatThrownBy(() -> thoon.ask(Bounces.class, bounces -> bounces.report(mail)))
                .isInstanceOf(NotFoundException.class);
        assertThat(Office.value("select count(*) from crm.message where bounced_at is not null"))
                .isEqualTo("0");
    }

    @Test
    void what_reports_no_failure_is_refused() {
        for (byte[] mail : List.of(
                report("delayed", "message/rfc822", "<mail-1@kring>"),
                "Subject: Ik ben met vakantie\n\nTot maandag".getBytes(StandardCharsets.UTF_8),
                new byte[0],
                new byte[] {0, (byte) 0xff, 13, 10},
                new byte[1_000_001])) {
            assertThatThrownBy(() -> fea.ask(Bounces.class, bounces -> bounces.report(mail)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("bounce-unreadable");
        }
        assertThatThrownBy(() -> fea.ask(Bounces.class, bounces -> bounces.report(null)))
                .hasMessageContaining("bounce-unreadable");
    }

    @Test
    void a_mail_that_was_refused_can_be_tried_again_as_the_same_mail() {
        Office.run("update crm.message set state = 'REFUSED', bounce = '550', bounced_at = now()");
        UUID mail = fea.ask(Bounces.class, Bounces::list).get(0).getUuid();
        assertThatThrownBy(() -> thoon.tell(Bounces.class, bounces -> bounces.sendAgain(mail)))
                .isInstanceOf(NotFoundException.class);
        fea.tell(Bounces.class, bounces -> bounces.sendAgain(mail));

        assertThat(Office.value(
                        "select state || message_id from crm.message where bounced_at is null and organisation_id = 1"))
                .isEqualTo("PENDING<mail-1@kring>");
        assertThatThrownBy(() -> fea.tell(Bounces.class, bounces -> bounces.sendAgain(mail)))
                .hasMessageContaining("message-not-refused");
    }

    @Test
    void an_organisation_reads_what_it_sent_to_somebody_itself() {
        assertThat(sentBy(fea)).extracting(Message::getSubject).containsExactly("Van 1");
        assertThat(sentBy(thoon)).extracting(Message::getSubject).containsExactly("Van 2");
        assertThatThrownBy(() -> fea.ask(Messages.class, messages -> messages.to(UUID.randomUUID())))
                .isInstanceOf(NotFoundException.class);
    }

    private List<Message> sentBy(Office office) {
        return office.ask(Messages.class, messages -> messages.to(person));
    }

    private static byte[] report(String action, String original, String id) {
        return REPORT.formatted(action, original, id, original.contains("rfc822-headers") ? "" : "Beste Jansen,")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
