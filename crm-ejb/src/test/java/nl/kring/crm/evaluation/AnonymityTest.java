package nl.kring.crm.evaluation;

import static nl.kring.crm.evaluation.Asked.EVENING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever has the whole database cannot say whose an answer is. */
class AnonymityTest {

    private static final List<String> ANSWERS = List.of("evaluation_response", "evaluation_answer");

    private static Asked kring;

    @BeforeAll
    static void start() throws Exception {
        kring = new Asked();
    }

    @AfterAll
    static void stop() throws Exception {
        kring.close();
    }

    @Test
    void answers_know_no_person_no_moment_and_no_order() {
        assertThat(columns("evaluation_response")).containsExactlyInAnyOrder("id uuid", "evaluation_id bigint");
        assertThat(columns("evaluation_answer"))
                .containsExactlyInAnyOrder(
                        "response_id uuid", "question_id bigint", "subject_id bigint", "number integer", "words text");
        for (String table : ANSWERS) {
            assertThat(references(table))
                    .as("nothing leads to who was asked")
                    .isSubsetOf("evaluation", "evaluation_response", "question", "evaluation_subject");
        }
        assertThat(columns("evaluation_invitation"))
                .as("who has answered, not when; the day is that of the mail")
                .containsExactlyInAnyOrder(
                        "id bigint",
                        "uuid uuid",
                        "evaluation_id bigint",
                        "enrolment_id bigint",
                        "sent_on date",
                        "reminded integer",
                        "answered boolean");
    }

    @Test
    void not_even_what_the_database_writes_beside_its_rows_tells_who_was_first_or_last() {
        UUID edition = kring.held("Wie was het", 6);
        kring.on(EVENING.plusDays(1)).look();
        List<String> links = kring.links("Wie was het");
        for (int i = 0; i < 4; i++) {
            kring.answer(links.get(i), 8, "Antwoord " + i);
        }
        assertThat(transactions(edition))
                .as("every invitation was written by the same transaction, answered or not")
                .isEqualTo(1);
        assertThat(links.size()).isEqualTo(6);
    }

    /** The negative control: marking one invitation alone is found out. */
    @Test
    void one_that_is_written_alone_would_tell() {
        UUID edition = kring.held("Wie was het niet", 6);
        kring.on(EVENING.plusDays(1)).look();
        kring.ledger.run("""
                update crm.evaluation_invitation set answered = true
                 where id = (select max(i.id) from crm.evaluation_invitation i join crm.evaluation v on v.id = i.evaluation_id
                               join crm.edition d on d.id = v.edition_id where d.uuid = cast(:a as uuid))""", edition.toString());
        assertThat(transactions(edition)).isEqualTo(2);
    }

    @Test
    void answering_is_not_in_the_audit() {
        kring.held("Niet in het logboek", 1);
        kring.on(EVENING.plusDays(1)).look();
        long before = entries();
        kring.answer(kring.links("Niet in het logboek").get(0), 8, "Mooi");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void what_one_person_wrote_to_several_questions_is_not_told_in_the_same_order() {
        UUID edition = kring.held("Handschrift", 12);
        kring.on(EVENING.plusDays(1)).look();
        List<String> links = kring.links("Handschrift");
        for (int i = 0; i < links.size(); i++) {
            kring.answer(links.get(i), 8, "Hand " + i);
        }
        kring.on(EVENING.plusDays(15)).look();
        List<EvaluationResults.QuestionResult> texts = kring.results(edition).questions().stream()
                .filter(each -> each.question().kind() == QuestionKind.TEXT)
                .toList();
        assertThat(texts.get(0).words())
                .hasSize(12)
                .containsExactlyInAnyOrderElementsOf(texts.get(1).words());
        assertThat(texts.get(0).words()).isNotEqualTo(texts.get(1).words());
    }

    private static long entries() {
        return kring.ledger.number("select count(*) from crm.audit_entry");
    }

    private static long transactions(UUID edition) {
        return kring.ledger.number("""
                select count(distinct cast(i.xmin as text)) from crm.evaluation_invitation i
                  join crm.evaluation v on v.id = i.evaluation_id
                  join crm.edition d on d.id = v.edition_id where d.uuid = cast(:a as uuid)""", edition.toString());
    }

    private static List<String> columns(String table) {
        return kring.ledger.texts("""
                select a.attname || ' ' || format_type(a.atttypid, null) from pg_attribute a
                 where a.attrelid = cast('crm.' || :a as regclass) and a.attnum > 0 and not a.attisdropped""", table);
    }

    private static List<String> references(String table) {
        return kring.ledger.texts("""
                select t.relname from pg_constraint c join pg_class t on t.oid = c.confrelid
                 where c.contype = 'f' and c.conrelid = cast('crm.' || :a as regclass)""", table);
    }
}
