package nl.kring.crm.evaluation;

import static nl.kring.crm.evaluation.Asked.EVENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.kring.crm.attendance.closing.ClosingAsked;
import nl.kring.crm.attendance.closing.ClosingStep;
import nl.kring.crm.attendance.closing.StepState;
import nl.kring.crm.attendance.credit.Ledger;
import nl.kring.crm.communication.Message;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.database.Wired;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EvaluationsTest {

    private static Asked kring;

    @BeforeAll
    static void start() throws Exception {
        kring = new Asked();
    }

    @AfterAll
    static void stop() throws Exception {
        kring.close();
    }

    @BeforeEach
    void the_day_after() {
        kring.on(EVENING.plusDays(1));
    }

    @Test
    void who_was_there_is_asked_on_the_day_after_and_once() {
        kring.held("Daags erna", 3);
        kring.on(EVENING).look();
        assertThat(kring.mails("evaluation-asked", "Daags erna")).isZero();
        kring.on(EVENING.plusDays(1)).look();
        assertThat(kring.mails("evaluation-asked", "Daags erna")).isEqualTo(3);
        kring.look();
        kring.on(EVENING.plusDays(2)).look();
        assertThat(kring.mails("evaluation-asked", "Daags erna")).isEqualTo(3);
    }

    @Test
    void who_was_not_there_is_not_asked_and_who_is_recorded_later_is_asked_then() {
        UUID edition = kring.held("Wie er was", 1);
        long later = kring.ledger.enrolled(edition, kring.person("Later ingevuld"));
        kring.look();
        assertThat(kring.mails("evaluation-asked", "Wie er was")).isEqualTo(1);

        kring.ledger.run(
                "insert into crm.attendance (id, uuid, enrolment_id, session_id, present, recorded_at)"
                        + " select nextval('crm.entity_seq'), gen_random_uuid(), e.id, s.id, true, now()"
                        + " from crm.enrolment e join crm.session s on s.edition_id = e.edition_id where e.id = cast(:a as bigint)",
                Long.toString(later));
        kring.on(EVENING.plusDays(3)).look();
        assertThat(kring.mails("evaluation-asked", "Wie er was")).isEqualTo(2);
    }

    @Test
    void a_course_of_which_nothing_is_asked_sends_nothing() {
        UUID edition = kring.held("Niets gevraagd", 2);
        kring.change("NOORD", all -> all.chooseNone(edition));
        kring.look();
        assertThat(kring.mails("evaluation-asked", "Niets gevraagd")).isZero();
    }

    @Test
    void how_far_it_is_follows_what_was_asked_and_closed() {
        UUID edition = kring.held("Hoe ver", 1);
        assertThat(soFar(edition).state()).isEqualTo(EvaluationSoFar.State.TO_SEND);
        kring.look();
        assertThat(soFar(edition)).isEqualTo(new EvaluationSoFar(EvaluationSoFar.State.SENT, EVENING.plusDays(14)));
        kring.on(EVENING.plusDays(15)).look();
        assertThat(soFar(edition).state()).isEqualTo(EvaluationSoFar.State.FINISHED);

        kring.on(EVENING.plusDays(1));
        UUID nothing = kring.held("Hoe ver zonder vragen", 1);
        kring.change("NOORD", all -> all.chooseNone(nothing));
        assertThat(soFar(nothing).state()).isEqualTo(EvaluationSoFar.State.NOT_NEEDED);

        UUID nobody = kring.ledger.held("Hoe ver zonder presentie", EVENING.toString());
        kring.on(EVENING.plusDays(14));
        assertThat(soFar(nobody).state()).isEqualTo(EvaluationSoFar.State.TO_SEND);
        kring.on(EVENING.plusDays(15));
        assertThat(soFar(nobody).state()).isEqualTo(EvaluationSoFar.State.NOT_SENT);
        assertThatThrownBy(() -> kring.as(Evaluations.class, kring.ledger.staff("ZUID"), all -> all.soFar(edition)))
                .isInstanceOf(NotFoundException.class);
    }

    private static EvaluationSoFar soFar(UUID edition) {
        return kring.as(Evaluations.class, kring.ledger.staff("NOORD"), all -> all.soFar(edition));
    }

    @Test
    void answers_keep_the_version_that_was_asked() {
        UUID edition = kring.held("Eigen vragen", 1);
        UUID own = kring.questionnaires(
                "NOORD",
                all -> all.copy(all.list(false).get(all.list(false).size() - 1).uuid(), "Eigen vragen"));
        kring.change("NOORD", all -> all.choose(edition, own));
        kring.look();
        String link = kring.links("Eigen vragen").get(0);
        int before = kring.asked(link).questions().size();
        QuestionForm one =
                new QuestionForm(QuestionKind.MARK, QuestionScope.COURSE, null, true, "Alleen dit", null, List.of());
        kring.change("NOORD", all -> all.change(own, 1, new QuestionnaireForm("Eigen vragen", List.of(one))));
        assertThat(kring.asked(link).questions()).hasSize(before);
    }

    @Test
    void a_question_about_teachers_is_asked_for_each() {
        UUID edition = kring.held("Twee docenten", 1);
        kring.taughtBy(edition, "Dora Docent");
        kring.taughtBy(edition, "Sjoerd Spreker");
        kring.look();
        assertThat(kring.asked(kring.links("Twee docenten").get(0)).questions())
                .filteredOn(each -> each.question().scope() == QuestionScope.SPEAKER)
                .extracting(AskedQuestion::about)
                .containsExactly("Dora Docent", "Sjoerd Spreker");
    }

    @Test
    void a_link_answers_once_and_somebody_elses_guess_is_no_link() {
        UUID edition = kring.held("Eenmaal", 1);
        kring.look();
        String link = kring.links("Eenmaal").get(0);
        kring.answer(link, 8, "Mooi");
        assertThat(kring.asked(link).standing()).isEqualTo(AskedEvaluation.Standing.ANSWERED);
        kring.answer(link, Map.of());
        assertThat(kring.results(edition).answered()).isEqualTo(1);
        assertThatThrownBy(() -> kring.asked(link.substring(1) + "x")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> kring.asked(null)).isInstanceOf(NotFoundException.class);
        assertThat(kring.ledger.number(
                        "select count(*) from crm.evaluation_link where encode(token_hash, 'escape') like :a",
                        "%" + link + "%"))
                .as("only its hash is kept")
                .isZero();
    }

    @Test
    void eight_times_at_the_same_moment_is_one_answer() throws Exception {
        UUID edition = kring.held("Dubbelklik", 1);
        kring.look();
        String link = kring.links("Dubbelklik").get(0);
        Map<String, List<String>> answers = Asked.filled(kring.asked(link), 8, null);
        var threads = Executors.newFixedThreadPool(8);
        List<Callable<Void>> presses = IntStream.range(0, 8)
                .<Callable<Void>>mapToObj(i -> () -> {
                    kring.answer(link, answers);
                    return null;
                })
                .toList();
        for (var answer : threads.invokeAll(presses)) {
            answer.get();
        }
        threads.shutdown();
        assertThat(kring.results(edition).answered()).isEqualTo(1);
    }

    @Test
    void what_has_to_be_answered_is_named_and_nothing_is_kept_until_it_is() {
        UUID edition = kring.held("Verplicht", 1);
        kring.look();
        String link = kring.links("Verplicht").get(0);
        AskedQuestion overall = kring.asked(link).questions().get(0);
        for (String noMark : List.of("", "0", "11", "acht", "8.5")) {
            assertThatThrownBy(() -> kring.answer(link, Map.of(overall.key(), List.of(noMark))))
                    .isInstanceOfSatisfying(
                            AnswersMissingException.class,
                            no -> assertThat(no.keys()).contains(overall.key()));
        }
        assertThat(kring.results(edition).answered()).isZero();
    }

    @Test
    void words_with_a_citizen_service_number_are_not_kept() {
        kring.held("Geen BSN", 1);
        kring.look();
        String link = kring.links("Geen BSN").get(0);
        assertThatThrownBy(() -> kring.answer(link, 8, "Mijn nummer is 111222333"))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void it_is_due_after_fourteen_days_and_then_over() {
        kring.held("Te laat", 1);
        kring.look();
        String link = kring.links("Te laat").get(0);
        assertThat(kring.asked(link).dueOn()).isEqualTo(EVENING.plusDays(14));
        Map<String, List<String>> answers = Asked.filled(kring.asked(link), 8, null);
        kring.on(EVENING.plusDays(14));
        assertThat(kring.asked(link).isOpen()).isTrue();
        kring.on(EVENING.plusDays(15));
        assertThat(kring.asked(link).standing()).isEqualTo(AskedEvaluation.Standing.CLOSED);
        assertThatThrownBy(() -> kring.answer(link, answers)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void who_has_not_answered_is_reminded_after_five_and_twelve_days_and_who_has_is_not() {
        kring.held("Herinnerd", 2);
        kring.look();
        kring.answer(kring.links("Herinnerd").get(0), 8, null);
        kring.on(EVENING.plusDays(5)).look();
        assertThat(kring.mails("evaluation-reminded", "Herinnerd")).isZero();
        kring.on(EVENING.plusDays(6)).look();
        kring.look();
        assertThat(kring.mails("evaluation-reminded", "Herinnerd")).isEqualTo(1);
        kring.on(EVENING.plusDays(13)).look();
        kring.look();
        assertThat(kring.mails("evaluation-reminded", "Herinnerd")).isEqualTo(2);
        List<String> links = kring.links("Herinnerd");
        kring.answer(links.get(3), 7, null);
        assertThat(kring.asked(links.get(1)).standing())
                .as("the link of the first mail is of the same invitation")
                .isEqualTo(AskedEvaluation.Standing.ANSWERED);
    }

    @Test
    void a_low_mark_of_enough_participants_is_something_to_do_once() {
        answered("Laag cijfer", 5, 4);
        kring.on(EVENING.plusDays(14)).look();
        assertThat(tasks("Laag cijfer")).isEmpty();
        kring.on(EVENING.plusDays(15)).look();
        kring.look();
        kring.on(EVENING.plusDays(16)).look();
        assertThat(tasks("Laag cijfer")).containsExactly("Lage evaluatie (4,0, 5 antwoorden) opvolgen: Laag cijfer");
    }

    @Test
    void a_good_mark_or_one_of_few_is_not() {
        answered("Goed cijfer", 5, 8);
        answered("Laag van weinig", 4, 2);
        kring.on(EVENING.plusDays(15)).look();
        assertThat(tasks("Goed cijfer")).isEmpty();
        assertThat(tasks("Laag van weinig")).isEmpty();
    }

    @Test
    void an_organisation_says_itself_which_mark_is_low() {
        marked("Onder de eigen grens", 6, 6, 6, 6, 7);
        rule("6.5", 5);
        kring.on(EVENING.plusDays(15)).look();
        assertThat(tasks("Onder de eigen grens"))
                .containsExactly("Lage evaluatie (6,2, 5 antwoorden) opvolgen: Onder de eigen grens");
    }

    @Test
    void without_saying_so_the_same_mark_is_not_low() {
        marked("Boven de gewone grens", 6, 6, 6, 6, 7);
        kring.on(EVENING.plusDays(15)).look();
        assertThat(tasks("Boven de gewone grens")).isEmpty();
    }

    @Test
    void an_organisation_says_itself_how_many_answers_are_enough() {
        answered("Zeven", 7, 3);
        answered("Acht", 8, 3);
        rule("6.0", 8);
        kring.on(EVENING.plusDays(15)).look();
        assertThat(tasks("Zeven")).isEmpty();
        assertThat(tasks("Acht")).containsExactly("Lage evaluatie (3,0, 8 antwoorden) opvolgen: Acht");
    }

    private static void rule(String lowMark, int leastAnswers) {
        kring.change("NOORD", all -> all.changeRule(new EvaluationRule(null, new BigDecimal(lowMark), leastAnswers)));
    }

    @AfterEach
    void nothing_said() {
        kring.ledger.run("delete from crm.evaluation_rule");
    }

    @Test
    void of_four_answers_nobody_sees_anything_and_of_five_all_when_nobody_can_answer_any_more() {
        UUID edition = answered("Vijf", 4, 8);
        UUID enough = answered("Vijf en meer", 5, 8);
        assertThat(kring.results(enough).answered()).isEqualTo(5);
        assertThat(kring.results(enough).questions())
                .as("one answer more would say what it was")
                .isEmpty();
        kring.on(EVENING.plusDays(15)).look();
        assertThat(kring.results(edition).answered()).isEqualTo(4);
        assertThat(kring.results(edition).questions()).isEmpty();

        EvaluationResults.QuestionResult overall =
                kring.results(enough).questions().get(0);
        assertThat(overall.average()).isEqualByComparingTo("8");
        assertThat(overall.times())
                .contains(new EvaluationResults.Times("8", 5))
                .hasSize(10);
        assertThatThrownBy(() -> kring.as(Evaluations.class, kring.ledger.staff("ZUID"), all -> all.results(enough)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_teacher_sees_the_own_marks_when_it_is_over_and_nothing_that_was_written_of_others() {
        UUID edition = kring.held("Wat zij zag", 5);
        long dora = kring.taughtBy(edition, "Dora Docent");
        long sjoerd = kring.taughtBy(edition, "Sjoerd Spreker");
        kring.look();
        kring.links("Wat zij zag").forEach(link -> kring.answer(link, 9, "Sjoerd was saai"));
        assertThatThrownBy(() -> asSpeaker(dora, edition))
                .as("while it is open")
                .isInstanceOf(NotFoundException.class);
        kring.on(EVENING.plusDays(15)).look();

        EvaluationResults told = asSpeaker(dora, edition);
        assertThat(told.questions())
                .filteredOn(each -> each.about() != null)
                .extracting(EvaluationResults.QuestionResult::about)
                .containsExactly("Dora Docent");
        assertThat(told.questions()).allSatisfy(each -> assertThat(each.words()).isEmpty());
        assertThat(asSpeaker(sjoerd, edition).questions()).isNotEmpty();
        assertThatThrownBy(() -> asSpeaker(kring.person("Iemand anders"), edition))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_mail_that_lets_somebody_answer_is_read_by_nobody_of_the_organisation() {
        kring.held("Geheime link", 1);
        kring.look();
        assertThat(kring.mails("evaluation-asked", "Geheime link")).isEqualTo(1);
        assertThat(kring.as(Messages.class, kring.ledger.staff("NOORD"), Messages::recent))
                .extracting(Message::getKind)
                .doesNotContain("evaluation-asked");
    }

    @Test
    void of_a_year_each_teacher_is_told_once_over_what_enough_participants_answered() {
        long dora = kring.person("Dora van het Jaar");
        UUID good = kring.held("Jaar goed", 5);
        UUID less = kring.held("Jaar minder", 5);
        UUID few = kring.held("Jaar met weinig", 4);
        for (UUID edition : List.of(good, less, few)) {
            kring.teaches(edition, dora, null);
        }
        kring.teaches(good, null, "Gast van het Jaar");
        kring.teaches(less, null, "gast van het jaar");
        kring.taughtBy(kring.held("Jaar van een ander", 5), "Dora van het Jaar");
        kring.look();
        Map.of("Jaar goed", 8, "Jaar minder", 6, "Jaar met weinig", 2, "Jaar van een ander", 9)
                .forEach((title, mark) -> kring.links(title).forEach(link -> kring.answer(link, mark, null)));
        assertThat(year("NOORD", 2026))
                .as("while one answer more would say what it was")
                .isEmpty();
        kring.on(EVENING.plusDays(15)).look();

        assertThat(year("NOORD", 2026))
                .filteredOn(each -> each.name().equals("Dora van het Jaar"))
                .extracting(
                        EvaluationYear.OfSpeaker::editions,
                        EvaluationYear.OfSpeaker::answers,
                        EvaluationYear.OfSpeaker::mark)
                .as("a namesake is somebody else, and four answers are none")
                .containsExactlyInAnyOrder(tuple(2, 10, new BigDecimal("7.00")), tuple(1, 5, new BigDecimal("9.00")));
        assertThat(year("NOORD", 2026))
                .filteredOn(each -> each.name().equalsIgnoreCase("Gast van het Jaar"))
                .as("who is known by name alone is one by that name")
                .singleElement()
                .satisfies(each -> assertThat(each.mark()).isEqualByComparingTo("7"));
        assertThat(year("NOORD", 2025)).isEmpty();
        assertThat(year("ZUID", 2026)).isEmpty();
    }

    private static List<EvaluationYear.OfSpeaker> year(String organisation, int year) {
        return kring.as(
                Evaluations.class,
                kring.ledger.staff(organisation),
                all -> all.year(year).speakers());
    }

    @Test
    void who_accredits_gets_a_paper_with_the_averages_and_of_four_answers_none() throws Exception {
        UUID edition = answered("Op papier", 5, 7);
        UUID few = answered("Op geen papier", 4, 7);
        kring.on(EVENING.plusDays(15)).look();
        byte[] pdf = kring.as(Evaluations.class, kring.ledger.staff("NOORD"), all -> all.pdf(edition));
        try (PdfReader paper = new PdfReader(pdf)) {
            assertThat(new PdfTextExtractor(paper).getTextFromPage(1))
                    .contains("Op papier")
                    .contains("Ingevuld door 5 van 5 deelnemers")
                    .contains("7,00 / 10")
                    .contains("Bij Op papier");
        }
        assertThatThrownBy(() -> kring.as(Evaluations.class, kring.ledger.staff("NOORD"), all -> all.pdf(few)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void who_closes_the_edition_is_told_whether_everybody_was_asked_and_never_who_answered() {
        UUID edition = kring.held("Afronden", 1);
        UUID nothing = kring.held("Afronden zonder", 1);
        kring.change("NOORD", all -> all.chooseNone(nothing));
        assertThat(step(edition, EVENING).state()).isEqualTo(StepState.State.TOO_EARLY);
        assertThat(step(nothing, EVENING)).isEqualTo(StepState.notApplicable("nothing"));
        assertThat(step(edition, EVENING.plusDays(20))).isEqualTo(StepState.notApplicable("over"));
        kring.on(EVENING.plusDays(1)).look();
        assertThat(step(edition, EVENING.plusDays(1))).isEqualTo(StepState.DONE);
        kring.links("Afronden").forEach(link -> kring.answer(link, 8, null));
        assertThat(step(edition, EVENING.plusDays(2))).isEqualTo(StepState.DONE);
    }

    private static StepState step(UUID edition, LocalDate day) {
        UUID enrolment = UUID.fromString(kring.ledger
                .texts(
                        "select cast(e.uuid as text) from crm.enrolment e join crm.edition d on d.id = e.edition_id"
                                + " where d.uuid = cast(:a as uuid)",
                        edition.toString())
                .get(0));
        long id = kring.ledger.number("select id from crm.edition where uuid = cast(:a as uuid)", edition.toString());
        ClosingAsked asked = new ClosingAsked(
                id, edition, Map.of(enrolment, 1L), kring.on(day).now());
        kring.ledger.database.change(em -> Wired.made(EvaluationStep.class, em).tell(asked));
        return asked.of(ClosingStep.EVALUATION, enrolment);
    }

    @Test
    void a_year_is_reckoned_over_what_enough_participants_answered() {
        UUID large = answered("Jaar groot", 5, 7);
        UUID small = answered("Jaar klein", 2, 1);
        kring.on(EVENING.plusDays(15)).look();
        EvaluationYear year = kring.as(Evaluations.class, kring.ledger.staff("NOORD"), all -> all.year(2026));
        assertThat(year.editions())
                .extracting(EvaluationYear.Line::edition, EvaluationYear.Line::answered, EvaluationYear.Line::mark)
                .contains(tuple(large, 5, new BigDecimal("7.00")), tuple(small, 2, null));
        assertThat(year.topics())
                .filteredOn(each -> each.topic() == Topic.OVERALL)
                .singleElement()
                .satisfies(each -> assertThat(each.average()).isGreaterThan(new BigDecimal("3")));
        assertThat(kring.as(Evaluations.class, kring.ledger.staff("ZUID"), all -> all.year(2026))
                        .editions())
                .isEmpty();
    }

    @Test
    void somebody_finds_the_own_evaluations_and_answers_them_from_there() {
        UUID edition = kring.held("Op mijn bladzijde", 0);
        long anna = kring.person("Anna Aalders");
        kring.ledger.attended(edition, anna);
        kring.look();
        MyEvaluation mine = mine(anna).get(0);
        assertThat(mine.title()).isEqualTo("Op mijn bladzijde");
        String token = kring.as(EvaluationLinks.class, Ledger.professional(anna), links -> links.open(mine.uuid()));
        assertThatThrownBy(() -> kring.as(
                        EvaluationLinks.class,
                        Ledger.professional(kring.person("Nieuwsgierig")),
                        links -> links.open(mine.uuid())))
                .isInstanceOf(NotFoundException.class);
        kring.answer(token, 8, null);
        assertThat(mine(anna)).isEmpty();
    }

    @Test
    void after_two_years_the_numbers_are_left_and_the_words_are_gone() {
        UUID edition = answered("Lang geleden", 5, 8);
        kring.on(EVENING.plusDays(15)).look();
        EvaluationResults before = kring.results(edition);
        assertThat(before.questions().get(8).words()).hasSize(5);
        kring.on(EVENING.plusDays(15).plusYears(2).plusDays(1)).look();

        EvaluationResults after = kring.results(edition);
        assertThat(after.condensed()).isTrue();
        assertThat(after.answered()).isEqualTo(5);
        assertThat(after.questions().get(0).times())
                .isEqualTo(before.questions().get(0).times());
        assertThat(after.questions().get(8).words()).isEmpty();
        kring.look();
        assertThat(kring.results(edition).answered()).isEqualTo(5);
    }

    private static void marked(String title, int... marks) {
        kring.held(title, marks.length);
        kring.look();
        List<String> links = kring.links(title);
        for (int i = 0; i < marks.length; i++) {
            kring.answer(links.get(i), marks[i], "Bij " + title);
        }
    }

    private static UUID answered(String title, int participants, int mark) {
        UUID edition = kring.held(title, participants);
        kring.look();
        kring.links(title).forEach(link -> kring.answer(link, mark, "Bij " + title));
        return edition;
    }

    private static List<String> tasks(String title) {
        return kring.ledger.texts("select title from crm.task where title like :a", "%" + title);
    }

    private static EvaluationResults asSpeaker(long person, UUID edition) {
        return kring.as(Evaluations.class, Ledger.professional(person), all -> all.asSpeaker(edition));
    }

    private static List<MyEvaluation> mine(long person) {
        return kring.as(EvaluationLinks.class, Ledger.professional(person), EvaluationLinks::mine);
    }
}
