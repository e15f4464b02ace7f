package nl.kring.crm.attendance.delivery;

import static nl.kring.crm.attendance.delivery.PeOnlineStandIn.accepted;
import static nl.kring.crm.attendance.delivery.PeOnlineStandIn.error;
import static nl.kring.crm.attendance.delivery.PeOnlineStandIn.summary;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of rows by an answer, and how they are put into questions. */
class ReconciledTest {

    private static final PeRow FIRST = row(1, "39054148101");
    private static final PeRow SECOND = row(2, "59059671101");
    private static final PeRow THIRD = row(3, "39000000101");
    private static final List<PeRow> SENT = List.of(FIRST, SECOND, THIRD);

    private static PeRow row(long delivery, String person) {
        return new PeRow(delivery, person, "9471", false, "55", null, null, null);
    }

    @Test
    void rejected_is_what_was_sent_and_is_not_named_whatever_row_is_complained_of() {
        Reconciled found = of(summary(
                1,
                2,
                3,
                error("100", "Persoon onbekend op regel [2]")
                        + error("100", "Persoon onbekend op regel [4]")
                        + accepted("59059671101", "9471")));
        assertThat(found.accepted()).containsExactly(SECOND);
        assertThat(found.rejected()).extracting(Reconciled.Rejected::row).containsExactly(FIRST, THIRD);
        assertThat(found.rejected()).extracting(Reconciled.Rejected::error).containsOnly(PeError.PERSON);
    }

    /** The negative control of not using row numbers: read by them, somebody who was accepted would be rejected. */
    @Test
    void by_row_numbers_another_would_be_rejected() {
        String told = "Persoon onbekend op regel [2]";
        PeAnswer answer = PeAnswer.of(summary(
                        2,
                        1,
                        3,
                        error("100", told) + accepted("59059671101", "9471") + accepted("39000000101", "9471")))
                .orElseThrow();
        PeRow byNumber = SENT.get(Integer.parseInt(told.replaceAll("\\D", "")) - 1);
        assertThat(answer.named()).contains(byNumber.key());
        assertThat(Reconciled.of(SENT, Optional.of(answer)).rejected())
                .extracting(Reconciled.Rejected::row)
                .containsExactly(FIRST);
    }

    @Test
    void a_complaint_that_names_a_person_is_of_that_person_alone() {
        Reconciled found = of(summary(
                1,
                2,
                3,
                error("100", "39000000101: uitvoering onbekend")
                        + error("100", "39054148101: module onbekend")
                        + accepted("59059671101", "9471")));
        assertThat(found.rejected())
                .extracting(Reconciled.Rejected::error)
                .containsExactly(PeError.MODULE, PeError.EDITION);
    }

    @Test
    void complaints_of_which_nobody_knows_whose_they_are_are_shown_to_all_that_were_rejected() {
        Reconciled found = of(summary(
                1,
                2,
                3,
                error("100", "Uitvoering onbekend op regel [2]")
                        + error("100", "Module onbekend op regel [3]")
                        + accepted("59059671101", "9471")));
        assertThat(found.rejected())
                .allSatisfy(each -> assertThat(each.text())
                        .isEqualTo("Uitvoering onbekend op regel [2]\nModule onbekend op regel [3]"))
                .extracting(Reconciled.Rejected::error)
                .containsOnly(PeError.OTHER);
    }

    /** Also a short number, as the register of practice nurses has. */
    @Test
    void what_was_complained_of_is_told_without_numbers_of_persons() {
        PeRow nurse = row(4, "0123");
        Reconciled found = Reconciled.of(
                List.of(FIRST, nurse),
                PeAnswer.of(summary(
                        0,
                        2,
                        2,
                        error("100", "0123: cursus 9471 onbekend op regel [3]")
                                + error("100", "BIG-39054148101 en 59059671101: module onbekend"))));
        assertThat(found.rejected())
                .extracting(Reconciled.Rejected::text)
                .containsExactly("BIG-***101 en ***101: module onbekend", "***: cursus 9471 onbekend op regel [3]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body><ProcessXMLResponse><ProcessXMLResult>%s</ProcessXMLResult></ProcessXMLResponse></soap:Body></soap:Envelope>",
                "<string xmlns=\"https://www.pe-online.org/\"><![CDATA[%s]]></string>",
                "%s"
            })
    void an_answer_is_found_however_it_is_wrapped(String wrap) {
        String bare = summary(
                        3,
                        0,
                        3,
                        accepted("39054148101", "9471")
                                + accepted("59059671101", "9471")
                                + accepted("39000000101", "9471"))
                .replaceFirst("<\\?xml[^>]*>\\s*", "");
        assertThat(of(wrap.formatted(bare)).accepted()).hasSize(3);
        assertThat(of(wrap.formatted(bare.replace("Accepted>", "ACCEPTED>").replace("errorNR", "errorNr")))
                        .accepted())
                .hasSize(3);
    }

    @Test
    void a_key_that_is_wrong_refuses_all_and_processed_nothing() {
        assertThat(of(summary(0, 1, 1, error("400", "userKey onjuist"))).outcome())
                .isEqualTo(Reconciled.Outcome.REFUSED);
        assertThat(of(summary(1, 0, 1, error("400", "userKey onjuist") + accepted("39054148101", "9471")))
                        .outcome())
                .isEqualTo(Reconciled.Outcome.UNKNOWN);
    }

    @Test
    void a_question_has_a_hundred_rows_at_most_and_nobody_twice() {
        List<PeRow> many = IntStream.range(0, 250)
                .mapToObj(i -> row(i, String.valueOf(1000 + i % 230)))
                .toList();
        List<List<PeRow>> questions = Batching.of(many);
        assertThat(questions).extracting(List::size).containsExactly(100, 100, 30, 20);
        assertThat(questions)
                .allSatisfy(question ->
                        assertThat(question.stream().map(PeRow::key)).doesNotHaveDuplicates());
        assertThat(questions.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(many);
    }

    private static Reconciled of(String body) {
        return Reconciled.of(SENT, PeAnswer.of(body));
    }
}
