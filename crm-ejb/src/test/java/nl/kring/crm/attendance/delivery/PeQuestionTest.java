package nl.kring.crm.attendance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import nl.kring.crm.platform.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told to PE-online by course type, after its manual, and where it may be told. */
class PeQuestionTest {

    @Test
    void a_whole_course_is_told_with_its_edition_and_without_a_date() {
        assertThat(attendance(new PeRow(1L, "39054148101", "9471", false, "55", null, null, null)))
                .isEqualTo("<PECourseID>9471</PECourseID><externalPersonID>39054148101</externalPersonID>"
                        + "<PEEditionID>55</PEEditionID>");
    }

    @Test
    void a_session_is_told_with_edition_and_meeting_and_without_a_date() {
        assertThat(attendance(new PeRow(1L, "39054148101", "9471", true, "HERFST", "AVOND-1", null, null)))
                .isEqualTo(
                        "<externalCourseID>9471</externalCourseID><externalPersonID>39054148101</externalPersonID>"
                                + "<externalEditionID>HERFST</externalEditionID><externalMeetingID>AVOND-1</externalMeetingID>");
    }

    @Test
    void an_e_learning_is_told_with_its_module_and_the_end_and_without_edition() {
        assertThat(attendance(new PeRow(
                        1L, "39054148101", "9471", true, null, null, "Module_A", "2026-06-09T13:08:13+02:00")))
                .isEqualTo("<externalCourseID>9471</externalCourseID><externalPersonID>39054148101</externalPersonID>"
                        + "<externalmoduleID>Module_A</externalmoduleID><endDate>2026-06-09T13:08:13+02:00</endDate>");
    }

    @Test
    void a_group_is_told_with_the_end_alone() {
        assertThat(attendance(
                        new PeRow(1L, "39054148101", "9471", false, null, null, null, "2026-11-09T13:08:13+01:00")))
                .isEqualTo("<PECourseID>9471</PECourseID><externalPersonID>39054148101</externalPersonID>"
                        + "<endDate>2026-11-09T13:08:13+01:00</endDate>");
    }

    @Test
    void what_is_kept_of_a_question_has_no_key_and_markup_is_text() {
        PeRow row = new PeRow(1L, "1<2", "9471", false, "55", null, null, null);
        PeQuestion question = new PeQuestion(19, "4711", "geheim", "a@example.nl", List.of(row));
        assertThat(question.xml())
                .startsWith("<?xml version=\"1.0\" standalone=\"yes\"?>")
                .contains("<userKey>geheim</userKey><orgID>19</orgID><settingOutput>1</settingOutput>")
                .contains("<languageID>1</languageID><defaultLanguageID>1</defaultLanguageID>")
                .contains("1&lt;2");
        assertThat(question.masked()).doesNotContain("geheim").doesNotContain("4711");
    }

    @Test
    void more_than_a_hundred_are_no_question() {
        PeRow row = new PeRow(1L, "1", "9471", false, "55", null, null, null);
        assertThatThrownBy(() -> new PeQuestion(19, "a", "b", null, Collections.nCopies(101, row)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.pe-online.org/x",
                "https://iemand@www.pe-online.org/x",
                "https://www.pe-online.org/x?y=1",
                "file:///etc/passwd",
                "ftp://www.pe-online.org/",
                "www.pe-online.org",
                ""
            })
    void an_address_is_https(String address) {
        assertThatThrownBy(() -> PeAddress.checked(address))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("delivery-address");
        assertThat(PeAddress.checked(PeAddress.DOCUMENTED)).hasHost("www.pe-online.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://pe-online.example.nl/x",
                "https://pe-online.org/x",
                "https://www.pe-online.org.example.nl/x",
                "https://www.pe-online.org./x",
                "http://localhost:8080/x",
                "https://localhost/x",
                "https://127.0.0.1/x",
                "https://10.0.0.1/x",
                "https://192.168.1.20/x",
                "https://169.254.169.254/x",
                "https://[::1]/x",
                "https://[::ffff:10.0.0.1]/x",
                "https://2130706433/x"
            })
    void an_address_is_at_a_host_of_pe_online_unless_the_server_says_otherwise(String address) {
        assertThatThrownBy(() -> PeAddress.checked(address)).isInstanceOf(InvalidInputException.class);
        assertThat(PeAddress.of(address)).isEmpty();
        assertThat(PeAddress.checked("https://ACC.PE-online.org/x")).hasScheme("https");
    }

    @Test
    void the_hosts_that_the_server_names_are_asked_and_no_others() {
        System.setProperty(PeAddress.HOSTS_SETTING, "localhost, PE.kring.example.nl ,10.0.0.7");
        try {
            for (String address :
                    List.of("http://localhost:8080/x", "https://pe.kring.example.nl/x", "https://10.0.0.7:8443/x")) {
                assertThat(PeAddress.of(address)).as(address).isPresent();
            }
            assertThat(PeAddress.of("http://10.0.0.7/x"))
                    .as("in the open, and not on this machine")
                    .isEmpty();
            assertThatThrownBy(() -> PeAddress.checked(PeAddress.DOCUMENTED))
                    .isInstanceOfSatisfying(InvalidInputException.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo("delivery-host");
                        assertThat(refusal.arguments())
                                .containsExactly("www.pe-online.org", "localhost, pe.kring.example.nl, 10.0.0.7");
                    });
        } finally {
            System.clearProperty(PeAddress.HOSTS_SETTING);
        }
    }

    @Test
    void a_key_that_was_sealed_opens_for_its_organisation_alone_and_with_the_key_of_the_server() {
        System.setProperty(KeySeal.SETTING, "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        try {
            byte[] sealed = KeySeal.seal("geheim", 1L);
            assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("geheim");
            assertThat(KeySeal.open(sealed, 1L)).contains("geheim");
            assertThat(KeySeal.open(sealed, 2L)).isEmpty();
            System.setProperty(KeySeal.SETTING, "MTEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
            assertThat(KeySeal.open(sealed, 1L)).isEmpty();
            System.setProperty(KeySeal.SETTING, "geen base64!");
            assertThat(KeySeal.open(sealed, 1L)).isEmpty();
        } finally {
            System.clearProperty(KeySeal.SETTING);
        }
        assertThatThrownBy(() -> KeySeal.seal("geheim", 1L)).hasMessageContaining("delivery-no-seal");
    }

    private static String attendance(PeRow row) {
        String xml = new PeQuestion(19, "4711", "geheim", null, List.of(row)).xml();
        return xml.substring(xml.indexOf("<Attendance>") + "<Attendance>".length(), xml.indexOf("</Attendance>"));
    }
}
