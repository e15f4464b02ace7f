package nl.kring.crm.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A mail leaves by the outbox alone: only there it is counted, sent again after a failure, and sent once. */
@AnalyzeClasses(packages = "nl.kring.crm", importOptions = ArchitectureTest.Product.class)
class MailPathTest {

    private static final String COMMUNICATION = "nl.kring.crm.communication.";

    @ArchTest
    static final ArchRule one_class_hands_mails_to_the_mail_server = noClasses()
            .that(areNot("MailWriter"))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Transport.class);

    /** A report of delivery is read with one, and sends nothing. */
    @ArchTest
    static final ArchRule the_outbox_alone_has_the_mail_servers_session = noClasses()
            .that(areNot("MailWriter", "OutboxDesk", "DeliveryReport"))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Session.class);

    @ArchTest
    static final ArchRule the_outbox_alone_has_mails_written = noClasses()
            .that(areNot("MailWriter", "OutboxDesk"))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName(COMMUNICATION + "MailWriter");

    /** The negative control: a class that sends past the outbox. */
    static final class PastTheOutbox {

        private Session session;

        void send(Message mail) throws MessagingException {
            if (session != null) {
                Transport.send(mail);
            }
        }
    }

    @Test
    void who_would_send_past_the_outbox_is_found() {
        var past = new ClassFileImporter().importClasses(PastTheOutbox.class);

        for (ArchRule rule :
                Set.of(one_class_hands_mails_to_the_mail_server, the_outbox_alone_has_the_mail_servers_session)) {
            assertThat(rule.evaluate(past).hasViolation())
                    .as(rule.getDescription())
                    .isTrue();
        }
    }

    private static DescribedPredicate<JavaClass> areNot(String... names) {
        Set<String> allowed = Set.of(names);
        return describe(
                "are not " + String.join(", ", names),
                type -> !type.getName().startsWith(COMMUNICATION)
                        || !allowed.contains(
                                type.getName().substring(COMMUNICATION.length()).replaceAll("\\$.*", "")));
    }
}
