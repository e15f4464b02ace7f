package nl.kring.crm.communication;

import static nl.kring.crm.workbench.Office.FEA;
import static nl.kring.crm.workbench.Office.THOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.security.RolesAllowed;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.security.Role;
import nl.kring.crm.workbench.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where answers to mails about courses go; that they really do is shown with a mail server by JourneyIT. */
class ReplyAddressesTest {

    private Office fea;
    private Office thoon;

    @BeforeEach
    void open() throws Exception {
        Office.reset();
        fea = Office.of(FEA);
        thoon = Office.of(THOON);
    }

    @Test
    void an_organisation_has_one_or_none() {
        assertThat(fea.ask(ReplyAddresses.class, ReplyAddresses::own)).isNull();
        fea.tell(ReplyAddresses.class, all -> all.use(" nascholing@fea.example.nl "));
        assertThat(fea.ask(ReplyAddresses.class, ReplyAddresses::own)).isEqualTo("nascholing@fea.example.nl");
        fea.tell(ReplyAddresses.class, all -> all.use("team@fea.example.nl"));
        assertThat(fea.ask(ReplyAddresses.class, ReplyAddresses::own)).isEqualTo("team@fea.example.nl");
        fea.tell(ReplyAddresses.class, all -> all.use("  "));
        assertThat(fea.ask(ReplyAddresses.class, ReplyAddresses::own)).isNull();
    }

    @Test
    void only_an_administrator_of_the_organisation_says_where_answers_go() throws Exception {
        assertThat(ReplyAddresses.class
                        .getMethod("use", String.class)
                        .getAnnotation(RolesAllowed.class)
                        .value())
                .containsExactly(Role.ORGANISATION_ADMINS);
    }

    @Test
    void another_organisation_has_its_own() {
        fea.tell(ReplyAddresses.class, all -> all.use("team@fea.example.nl"));
        assertThat(thoon.ask(ReplyAddresses.class, ReplyAddresses::own)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "team",
                "team@",
                "@fea.example.nl",
                "team@fea",
                "een@fea.example.nl, twee@fea.example.nl",
                "Team <team@fea.example.nl>",
                "team@fea.example.nl\nBcc: x@example.nl",
                "team@@fea.example.nl",
                "team..een@fea.example.nl",
                "team@fea..nl"
            })
    void what_is_no_single_address_is_refused(String typed) {
        assertThatThrownBy(() -> fea.tell(ReplyAddresses.class, all -> all.use(typed)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("reply-address");
    }

    /** A mail about a course is answered to the team; what one organisation writes to another is not. */
    @Test
    void a_mail_about_a_course_is_answered_to_the_team() {
        OutgoingMail mail = new OutgoingMail(FEA, null, "enrolment-confirmed", "a@example.nl", "x", "y", null, null);
        fea.tell(Messages.class, messages -> messages.send(mail));
        fea.tell(
                Messages.class,
                messages ->
                        messages.send(new OutgoingMail(FEA, null, "proposal-made", "b@example.nl", "x", "y", null, null)
                                .answeredToSender()));
        assertThat(Office.value(
                        "select string_agg(kind || ' ' || answers_to_team, ', ' order by kind) from crm.message"))
                .isEqualTo("enrolment-confirmed true, proposal-made false");
    }
}
