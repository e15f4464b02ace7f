package nl.kring.crm.attendance.delivery;

import static nl.kring.crm.attendance.delivery.PeOnlineStandIn.accepted;
import static nl.kring.crm.attendance.delivery.PeOnlineStandIn.error;
import static nl.kring.crm.attendance.delivery.PeOnlineStandIn.summary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.kring.crm.attendance.delivery.PeOnlineStandIn.Answer;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries to the stand-in for PE-online; docs/domain.md, "Delivery to the registers". */
class PeOnlineTest {

    private static final String ANNA = "39054148101";
    private static final String BRAM = "59059671101";

    private static Evening evening;

    private UUID anna;
    private UUID bram;

    @BeforeAll
    static void start() throws Exception {
        evening = new Evening();
    }

    @AfterAll
    static void stop() throws Exception {
        evening.close();
    }

    @BeforeEach
    void an_evening() throws Exception {
        evening.begins(1);
        evening.accredited("RGS-HA", "WHOLE", "9471", "55");
        anna = evening.enrolled("Aalders", "GP", ANNA);
        bram = evening.enrolled("Boer", "GP", BRAM);
        evening.everybodyCame();
    }

    @Test
    void whom_it_names_is_accepted_and_is_never_sent_again() {
        evening.connected(false, 19);
        assertThat(evening.sent()).isEqualTo(2);
        assertThat(evening.kept()).containsExactly(ANNA + " ACCEPTED", BRAM + " ACCEPTED");
        assertThat(evening.line(anna, "RGS-HA").state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThatThrownBy(evening::sent)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("delivery-nobody-to-send");
        assertThat(evening.peOnline.asked).hasSize(1);
        assertThat(evening.peOnline.written).hasSize(2);
    }

    @Test
    void the_first_row_that_is_called_rule_2_is_the_one_that_is_rejected() {
        evening.connected(false, 19);
        evening.peOnline.complainsOf(ANNA, "Persoon is onbekend");
        evening.sent();
        assertThat(evening.kept()).containsExactly(ANNA + " REJECTED", BRAM + " ACCEPTED");
        DeliveryLine line = evening.line(anna, "RGS-HA");
        assertThat(line.state()).isEqualTo(DeliveryState.REJECTED);
        assertThat(line.errorCode()).isEqualTo("PERSON");
        assertThat(line.errorText()).isEqualTo("Persoon is onbekend op regel [2]");
    }

    @Test
    void what_was_put_right_is_sent_alone() {
        evening.connected(false, 19);
        evening.peOnline.complainsOf(ANNA, "Persoon is onbekend");
        evening.sent();
        evening.peOnline.isWellAgain();
        evening.deliveries(d -> {
            d.correct(evening.edition, anna, "RGS-HA");
            return null;
        });
        assertThat(evening.line(anna, "RGS-HA").isDue()).isTrue();
        assertThat(evening.sent()).isEqualTo(1);
        assertThat(evening.peOnline.asked.get(1)).contains(ANNA).doesNotContain(BRAM);
        assertThat(evening.kept()).containsExactly(ANNA + " ACCEPTED", BRAM + " ACCEPTED");
    }

    @Test
    void a_trial_accepts_nobody_and_everybody_is_sent_once_it_counts() {
        evening.connected(true, 19);
        evening.sent();
        assertThat(evening.kept()).containsExactly(ANNA + " CHECKED", BRAM + " CHECKED");
        assertThat(evening.line(anna, "RGS-HA").isDue()).isTrue();
        assertThat(evening.line(anna, "RGS-HA").checked()).isTrue();

        evening.connected(false, 19);
        evening.sent();
        assertThat(evening.kept()).containsExactly(ANNA + " ACCEPTED", BRAM + " ACCEPTED");
    }

    @Test
    void what_was_put_to_it_while_it_only_tried_is_not_accepted_when_it_counts_by_then() {
        evening.connected(true, 19);
        evening.deliveries(d -> d.send(evening.edition));
        evening.connected(false, 19);
        evening.asks();
        assertThat(evening.kept()).containsExactly(ANNA + " CHECKED", BRAM + " CHECKED");
    }

    static Stream<Arguments> badAnswers() {
        String both = accepted(ANNA, "9471") + accepted(BRAM, "9471");
        return Stream.of(
                Arguments.of("html", new Answer(200, "text/html", "<html><body><p>Onderhoud</p></body></html>", 0)),
                Arguments.of("unavailable", new Answer(503, "text/html", "<html/>", 0)),
                Arguments.of("http 505", new Answer(505, "text/plain", "", 0)),
                Arguments.of("redirect", new Answer(302, "text/plain", "", 0)),
                Arguments.of("nothing", Answer.xml("")),
                Arguments.of("half", Answer.xml(summary(2, 0, 2, both).substring(0, 150))),
                Arguments.of("wrong xml", Answer.xml(summary(0, 0, 0, error("505", "Ongeldige XML")))),
                Arguments.of("other counts", Answer.xml(summary(1, 0, 1, accepted(ANNA, "9471")))),
                Arguments.of("more than named", Answer.xml(summary(2, 0, 2, accepted(ANNA, "9471")))),
                Arguments.of("somebody else", Answer.xml(summary(2, 0, 2, both.replace(BRAM, "19012345601")))),
                Arguments.of("another course", Answer.xml(summary(2, 0, 2, both.replace("9471", "9472")))),
                Arguments.of("empty summary", Answer.xml("<Summary></Summary>")),
                Arguments.of(
                        "document type",
                        Answer.xml("<!DOCTYPE Summary [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>"
                                + summary(2, 0, 2, both).replaceFirst("<\\?xml[^>]*>\\s*", ""))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badAnswers")
    void what_is_no_answer_makes_nobody_accepted_and_is_asked_again_as_it_was(String name, Answer bad) {
        evening.connected(false, 19);
        evening.peOnline.answersOnce(xml -> bad);
        evening.sent();
        assertThat(evening.kept()).containsExactly(ANNA + " SENT", BRAM + " SENT");
        assertThat(evening.batches()).containsExactly("WAITING");
        assertThatThrownBy(() -> evening.deliveries(d -> d.send(evening.edition)))
                .hasMessageContaining("delivery-nobody-to-send");

        evening.later(Duration.ofHours(1));
        evening.asks();
        assertThat(evening.kept()).containsExactly(ANNA + " ACCEPTED", BRAM + " ACCEPTED");
        assertThat(evening.peOnline.asked).hasSize(2);
        assertThat(evening.peOnline.asked.get(1)).isEqualTo(evening.peOnline.asked.get(0));
    }

    /** Would wait for ever if only the first words of an answer had to come in time. */
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void who_stops_in_the_middle_of_an_answer_is_waited_for_no_longer() {
        evening.connected(false, 19);
        evening.peOnline.answersOnce(xml -> Answer.half(evening.peOnline.faithful(xml)));
        evening.sent();
        assertThat(evening.kept()).containsExactly(ANNA + " SENT", BRAM + " SENT");
        assertThat(evening.batches()).containsExactly("WAITING");
    }

    @Test
    void what_it_wrote_before_it_fell_silent_is_not_written_twice() {
        evening.connected(false, 19);
        evening.peOnline.answersOnce(xml -> {
            evening.peOnline.faithful(xml);
            return new Answer(200, "text/xml", "<Summary/>", 2_000);
        });
        evening.sent();
        assertThat(evening.kept()).containsExactly(ANNA + " SENT", BRAM + " SENT");
        evening.later(Duration.ofHours(1));
        evening.asks();
        assertThat(evening.kept()).containsExactly(ANNA + " ACCEPTED", BRAM + " ACCEPTED");
        assertThat(evening.batches()).containsExactly("ANSWERED");
        assertThat(evening.peOnline.written).hasSize(2);
    }

    @Test
    void what_is_never_answered_waits_for_somebody_who_says_so() {
        evening.connected(false, 19);
        evening.deliveries(d -> d.send(evening.edition));
        for (int i = 0; i < 7; i++) {
            evening.peOnline.answersOnce(xml -> new Answer(500, "text/plain", "", 0));
            evening.asks();
            evening.later(Duration.ofDays(1));
        }
        assertThat(evening.batches()).containsExactly("UNKNOWN");
        assertThat(evening.kept()).containsExactly(ANNA + " SENT", BRAM + " SENT");
        int asked = evening.peOnline.asked.size();
        evening.asks();
        assertThat(evening.peOnline.asked).hasSize(asked);

        UUID batch = evening.list().batches().get(0).uuid();
        evening.deliveries(d -> {
            d.askAgain(evening.edition, batch);
            return null;
        });
        evening.asks();
        assertThat(evening.kept()).containsExactly(ANNA + " ACCEPTED", BRAM + " ACCEPTED");
    }

    @Test
    void a_wrong_key_stops_all_and_a_new_one_is_another_chance() {
        evening.connectedWith("verkeerd", false, 19);
        evening.sent();
        assertThat(evening.batches()).containsExactly("REFUSED");
        assertThat(evening.line(anna, "RGS-HA").isDue()).isTrue();
        assertThat(evening.list().registers().get(0).service()).isEqualTo(RegisterLine.ServiceProblem.KEY_REFUSED);
        assertThatThrownBy(() -> evening.deliveries(d -> d.send(evening.edition)))
                .hasMessageContaining("delivery-nobody-to-send");

        evening.connected(false, 19);
        evening.sent();
        assertThat(evening.kept()).containsExactly(ANNA + " ACCEPTED", BRAM + " ACCEPTED");
    }

    @Test
    void without_a_new_key_the_one_that_is_kept_stays_and_is_shown_to_nobody() {
        evening.connected(true, 19);
        evening.connectedWith(null, false, 19);
        PeAccountForm kept = evening.ledger.with(
                DeliveryAccounts.class, evening.acting(Role.ORGANISATION_ADMIN, "NOORD"), DeliveryAccounts::account);
        assertThat(kept.hasKey()).isTrue();
        assertThat(kept.userKey()).isNull();
        assertThat(kept.contracts()).containsExactly(19);
        evening.sent();
        assertThat(evening.kept()).containsExactly(ANNA + " ACCEPTED", BRAM + " ACCEPTED");
    }

    @Test
    void an_address_that_the_server_may_ask_no_more_is_not_asked_though_it_was_kept() {
        evening.connected(false, 19);
        evening.deliveries(d -> d.send(evening.edition));
        System.setProperty(PeAddress.HOSTS_SETTING, "www.pe-online.org");
        try {
            evening.asks();
        } finally {
            System.setProperty(PeAddress.HOSTS_SETTING, "localhost");
        }
        assertThat(evening.peOnline.asked).isEmpty();
        assertThat(evening.batches()).containsExactly("REFUSED");
        assertThat(evening.line(anna, "RGS-HA").isDue()).isTrue();
    }

    @Test
    void the_audit_names_the_host_before_and_after_and_no_key() {
        evening.connected(false, 19);
        evening.ledger.with(DeliveryAccounts.class, evening.acting(Role.PLATFORM_ADMIN, "NOORD"), accounts -> {
            accounts.choose(" ");
            return null;
        });
        assertThat(
                        evening.ledger.texts(
                                "select detail from crm.audit_entry where action = 'delivery.address-chosen' order by id desc limit 2"))
                .containsExactly("host localhost -> none", "host none -> localhost");
        assertThat(evening.ledger.number(
                        "select count(*) from crm.audit_entry where detail like '%' || :a || '%'", PeOnlineStandIn.KEY))
                .isZero();
        assertThatThrownBy(() -> evening.ledger.with(
                        DeliveryAccounts.class, evening.acting(Role.PLATFORM_ADMIN, "NOORD"), accounts -> {
                            accounts.choose("https://pe-online.example.nl/ProcessXML");
                            return null;
                        }))
                .hasMessageContaining("delivery-host");
    }

    @Test
    void nobody_is_sent_without_a_contract_for_that_part_or_the_number_of_the_edition() throws Exception {
        evening.connected(false, 26);
        assertThat(evening.list().registers().get(0).service()).isEqualTo(RegisterLine.ServiceProblem.NO_CONTRACT);
        assertThatThrownBy(evening::sent).hasMessageContaining("delivery-nobody-to-send");

        evening.connected(false, 19);
        evening.ledger.run("update crm.accreditation_announcement set number = null");
        assertThat(evening.list().registers().get(0).service())
                .isEqualTo(RegisterLine.ServiceProblem.NO_EDITION_NUMBER);
        assertThatThrownBy(evening::sent).hasMessageContaining("delivery-nobody-to-send");
    }

    @Test
    void each_part_of_it_is_asked_by_itself() {
        evening.accredited("NVVPO-KR", "WHOLE", "812", "77");
        UUID poh = evening.enrolled("Cas", "PN_SOMATIC", null);
        evening.numbered(poh, "NVVPO-KR", "0123");
        evening.everybodyCame();
        evening.connected(false, 19, 26);
        assertThat(evening.sent()).isEqualTo(3);
        assertThat(evening.peOnline.asked)
                .extracting(xml -> PeOnlineStandIn.value(xml, "orgID"))
                .containsExactlyInAnyOrder("19", "26");
        assertThat(evening.line(poh, "NVVPO-KR").state()).isEqualTo(DeliveryState.ACCEPTED);
    }

    @Test
    void points_by_session_are_sent_by_session_and_never_one_person_twice_in_a_question() throws Exception {
        evening.begins(3);
        evening.accredited("RGS-HA", "MEETINGS", "9471", "55");
        evening.meetings("RGS-HA", "901", "902", "903");
        anna = evening.enrolled("Aalders", "GP", ANNA);
        bram = evening.enrolled("Boer", "GP", BRAM);
        evening.cameTo(anna, 0, 1, 2);
        evening.cameTo(bram, 1);
        evening.connected(false, 19);
        assertThat(evening.sent()).isEqualTo(4);
        assertThat(evening.peOnline.asked)
                .hasSize(3)
                .allSatisfy(xml ->
                        assertThat(xml.split("<externalPersonID>" + ANNA, -1)).hasSize(2));
        assertThat(evening.peOnline.asked.get(0)).contains("<PEMeetingID>").doesNotContain("<endDate>");
        assertThat(evening.line(anna, "RGS-HA").state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(evening.line(bram, "RGS-HA").state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(evening.peOnline.written).hasSize(4);
    }

    @Test
    void an_e_learning_is_sent_with_its_module_and_the_moment_at_which_it_ended() throws Exception {
        evening.begins(1);
        evening.accredited("RGS-HA", "E_LEARNING", "MELDCODE", null);
        evening.moduled("RGS-HA", "Module_A", true);
        evening.peOnline.knows("MELDCODE", "E_LEARNING");
        anna = evening.enrolled("Aalders", "GP", ANNA);
        evening.everybodyCame();
        evening.connected(false, 19);
        assertThat(evening.list().registers().get(0).service()).isNull();
        assertThat(evening.sent()).isEqualTo(1);
        assertThat(evening.peOnline.asked)
                .singleElement()
                .asString()
                .contains("<Attendance><externalCourseID>MELDCODE</externalCourseID><externalPersonID>" + ANNA
                        + "</externalPersonID><externalmoduleID>Module_A</externalmoduleID>"
                        + "<endDate>2026-11-03T22:00:00+01:00</endDate></Attendance>");
        assertThat(evening.line(anna, "RGS-HA").state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(evening.peOnline.written).hasSize(1);
    }

    @Test
    void a_group_is_sent_with_the_end_of_its_last_session_and_no_module() throws Exception {
        evening.begins(2);
        evening.accredited("RGS-HA", "GROUP", "9471", null);
        evening.moduled("RGS-HA", "Module_A", false);
        evening.peOnline.knows("9471", "GROUP");
        anna = evening.enrolled("Aalders", "GP", ANNA);
        evening.everybodyCame();
        evening.connected(false, 19);
        assertThat(evening.sent()).isEqualTo(1);
        assertThat(evening.peOnline.asked)
                .singleElement()
                .asString()
                .contains("<Attendance><PECourseID>9471</PECourseID><externalPersonID>" + ANNA
                        + "</externalPersonID><endDate>2026-11-04T22:00:00+01:00</endDate></Attendance>");
        assertThat(evening.line(anna, "RGS-HA").state()).isEqualTo(DeliveryState.ACCEPTED);
    }

    @Test
    void the_end_is_told_as_the_clock_on_the_wall_had_it_in_summer_too() throws Exception {
        evening.another("2026-10-06");
        evening.accredited("RGS-HA", "GROUP", "9473", null);
        evening.enrolled("Cas", "GP", "39000000101");
        evening.everybodyCame();
        evening.connected(false, 19);
        evening.sent();
        assertThat(evening.peOnline.asked)
                .singleElement()
                .asString()
                .contains("<endDate>2026-10-06T22:00:00+02:00</endDate>");
    }

    /** The negative control of the stand-in and of what is told by type: as another type the same course lacks something. */
    @ParameterizedTest
    @CsvSource({
        "WHOLE, E_LEARNING, END_DATE_MISSING",
        "WHOLE, GROUP, END_DATE_MISSING",
        "WHOLE, MEETINGS, MEETING",
        "GROUP, WHOLE, END_DATE_NOT_ALLOWED",
        "GROUP, E_LEARNING, MODULE",
        "E_LEARNING, WHOLE, END_DATE_NOT_ALLOWED"
    })
    void a_course_that_it_knows_as_another_type_is_rejected_with_what_that_lacks(
            String ours, String theirs, String code) throws Exception {
        evening.begins(1);
        evening.accredited("RGS-HA", ours, "9471", "55");
        evening.moduled("RGS-HA", "Module_A", false);
        evening.peOnline.knows("9471", theirs);
        anna = evening.enrolled("Aalders", "GP", ANNA);
        evening.everybodyCame();
        evening.connected(false, 19);
        evening.sent();
        assertThat(evening.line(anna, "RGS-HA").state()).isEqualTo(DeliveryState.REJECTED);
        assertThat(evening.line(anna, "RGS-HA").errorCode()).isEqualTo(code);
        assertThat(evening.peOnline.written).isEmpty();
    }

    @ParameterizedTest(name = "written before it died: {0}")
    @ValueSource(booleans = {false, true})
    void what_a_node_took_before_it_died_is_asked_again_as_it_was_once_its_lease_ends(boolean wrote) throws Exception {
        evening.connected(false, 19);
        evening.deliveries(d -> d.send(evening.edition));
        DeliveryDesk.Taken taken = evening.dies(wrote);
        assertThat(evening.kept()).containsExactly(ANNA + " SENT", BRAM + " SENT");
        assertThat(evening.batches()).containsExactly("SENDING");

        int asked = wrote ? 1 : 0;
        evening.later(Duration.ofMinutes(9));
        evening.asks();
        assertThat(evening.peOnline.asked).as("its lease has not ended").hasSize(asked);

        evening.later(Duration.ofMinutes(2));
        evening.asks();
        assertThat(evening.peOnline.asked).hasSize(asked + 1).containsOnly(taken.xml());
        assertThat(evening.peOnline.written).as("each attendance once").hasSize(2);
        assertThat(evening.kept()).containsExactly(ANNA + " ACCEPTED", BRAM + " ACCEPTED");
        assertThat(evening.batches()).containsExactly("ANSWERED");

        evening.inItsOwnTransaction(desk -> {
            desk.answered(taken, summary(0, 2, 2, error("100", "Persoon is onbekend")), null);
            return null;
        });
        assertThat(evening.kept()).as("the node was only slow").containsExactly(ANNA + " ACCEPTED", BRAM + " ACCEPTED");
    }

    /** The negative control of the lease: without it, another node asks what the one is asking at that moment. */
    @Test
    void without_its_lease_a_question_is_asked_by_two_nodes() throws Exception {
        evening.connected(false, 19);
        evening.deliveries(d -> d.send(evening.edition));
        evening.dies(true);
        evening.ledger.run("update crm.delivery_batch set next_attempt_at = queued_at");
        evening.asks();
        assertThat(evening.peOnline.asked).hasSize(2);
    }

    /** With the negative control of keeping what was asked: what is told otherwise is another attendance to PE-online. */
    @Test
    void a_question_stays_as_it_was_though_the_course_was_put_right_meanwhile() throws Exception {
        evening.begins(1);
        evening.accredited("RGS-HA", "GROUP", "9471", null);
        evening.enrolled("Aalders", "GP", ANNA);
        evening.everybodyCame();
        evening.connected(false, 19);
        evening.deliveries(d -> d.send(evening.edition));
        evening.dies(true);
        evening.ledger.run("update crm.session set ends_at = ends_at + interval '30 minutes'");
        evening.later(Duration.ofMinutes(11));
        evening.asks();
        assertThat(evening.peOnline.asked).hasSize(2);
        assertThat(evening.peOnline.written).hasSize(1);

        evening.ledger.run("update crm.delivery_batch set state = 'SENDING', next_attempt_at = queued_at");
        evening.ledger.run("update crm.delivery_row set ended_at = :a", "2026-11-03T22:30:00+01:00");
        evening.asks();
        assertThat(evening.peOnline.written).as("made anew").hasSize(2);
    }

    @Test
    void what_is_kept_of_it_does_not_tell_the_key() throws Exception {
        evening.connected(false, 19);
        evening.peOnline.answersOnce(xml -> Answer.xml(
                evening.peOnline.faithful(xml).replace("<Results>", "<!-- " + PeOnlineStandIn.KEY + " --><Results>")));
        evening.sent();
        assertThat(evening.ledger.texts("select answer from crm.delivery_batch"))
                .singleElement()
                .asString()
                .contains("***")
                .doesNotContain(PeOnlineStandIn.KEY);
        String question = evening.peOnline
                .asked
                .get(0)
                .replace("<userID>4711</userID>", "<userID>***</userID>")
                .replace("<userKey>" + PeOnlineStandIn.KEY + "</userKey>", "<userKey>***</userKey>");
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8)));
        assertThat(evening.ledger.texts("select encode(request_hash, 'hex') from crm.delivery_batch"))
                .as("of what was asked, without what signs in")
                .containsExactly(hash);
        assertThat(evening.ledger.texts("select encode(user_key, 'escape') from crm.pe_account"))
                .noneMatch(key -> key.contains(PeOnlineStandIn.KEY));
    }

    @Test
    void without_an_address_nothing_is_sent_and_the_list_says_so() {
        evening.connected(false, 19);
        withdrawn();
        assertThat(evening.list().registers().get(0).service()).isEqualTo(RegisterLine.ServiceProblem.NO_SERVICE);
        assertThatThrownBy(evening::sent)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("delivery-nobody-to-send");
        assertThat(evening.batches()).isEmpty();
        assertThat(evening.kept()).isEmpty();
        assertThat(evening.peOnline.asked).isEmpty();
    }

    @Test
    void what_waits_when_the_address_is_taken_away_is_not_asked_and_is_due_again() {
        evening.connected(false, 19);
        evening.deliveries(d -> d.send(evening.edition));
        withdrawn();
        assertThat(evening.inItsOwnTransaction(DeliveryDesk::take))
                .hasValueSatisfying(taken -> assertThat(taken.address()).isNull());
        assertThat(evening.inItsOwnTransaction(DeliveryDesk::take)).isEmpty();
        evening.asks();
        assertThat(evening.peOnline.asked).isEmpty();
        assertThat(evening.batches()).containsExactly("REFUSED");
        assertThat(evening.line(anna, "RGS-HA").isDue()).isTrue();

        evening.later(Duration.ofMinutes(1));
        evening.connected(false, 19);
        evening.sent();
        assertThat(evening.kept()).containsExactly(ANNA + " ACCEPTED", BRAM + " ACCEPTED");
        assertThat(evening.list().batches()).as("nothing is under way any more").isEmpty();
    }

    /** Made anew it would be another attendance to PE-online, for by then the course was put right. */
    @ParameterizedTest(name = "because the key is wrong by then: {0}")
    @ValueSource(booleans = {false, true})
    void what_may_have_been_written_stays_in_its_question_when_the_connection_is_gone(boolean wrongKey)
            throws Exception {
        evening.begins(1);
        evening.accredited("RGS-HA", "GROUP", "9471", null);
        evening.enrolled("Aalders", "GP", ANNA);
        evening.everybodyCame();
        evening.connected(false, 19);
        evening.peOnline.answersOnce(xml -> {
            evening.peOnline.faithful(xml);
            return new Answer(500, "text/plain", "", 0);
        });
        evening.sent();
        assertThat(evening.list().batches())
                .singleElement()
                .satisfies(batch -> assertThat(batch.asked()).isTrue());
        if (wrongKey) {
            evening.connectedWith("verkeerd", false, 19);
        } else {
            withdrawn();
        }
        evening.later(Duration.ofHours(1));
        evening.asks();
        assertThat(evening.batches()).containsExactly("UNKNOWN");
        assertThat(evening.kept()).containsExactly(ANNA + " SENT");

        evening.connected(false, 19);
        evening.ledger.run("update crm.session set ends_at = ends_at + interval '30 minutes'");
        assertThatThrownBy(evening::sent).hasMessageContaining("delivery-nobody-to-send");
        UUID batch = evening.list().batches().get(0).uuid();
        evening.deliveries(d -> {
            d.askAgain(evening.edition, batch);
            return null;
        });
        evening.asks();
        assertThat(evening.kept()).containsExactly(ANNA + " ACCEPTED");
        assertThat(evening.peOnline.written).hasSize(1);
    }

    @Test
    void a_complaint_is_shown_without_the_number_of_the_person() {
        evening.connected(false, 19);
        evening.peOnline.complainsOf(ANNA, "Persoon " + ANNA + " is onbekend");
        evening.sent();
        assertThat(evening.line(anna, "RGS-HA").errorText()).isEqualTo("Persoon ***101 is onbekend op regel [2]");
        assertThat(evening.line(anna, "RGS-HA").errorCode()).isEqualTo("PERSON");
    }

    private static void withdrawn() {
        evening.ledger.with(DeliveryAccounts.class, evening.acting(Role.PLATFORM_ADMIN, "NOORD"), accounts -> {
            accounts.choose("");
            return null;
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Persoon is niet bekend binnen orgID;PERSON",
                "Cursus is niet uniek;COURSE",
                "Cursus is niet geaccrediteerd voor orgID;NOT_ACCREDITED",
                "Datum valt buiten de accreditatieperiode;OUTSIDE_PERIOD",
                "De registratieperiode is verlopen;REGISTRATION_OVER",
                "Presentie is niet door deze aanbieder verzorgd;NOT_BY_PROVIDER",
                "endDate ontbreekt;END_DATE_MISSING",
                "endDate is niet toegestaan bij klassikale cursussen;END_DATE_NOT_ALLOWED",
                "Uitvoering is onbekend;EDITION",
                "Bijeenkomst is niet meegegeven;MEETING",
                "Module is niet uniek;MODULE",
                "The person is unknown;PERSON",
                "iets anders;OTHER"
            })
    void every_documented_refusal_rejects_that_row_alone_and_is_known_by_its_words(String text, String code) {
        evening.connected(false, 19);
        evening.peOnline.complainsOf(BRAM, text);
        evening.sent();
        assertThat(evening.kept()).containsExactly(ANNA + " ACCEPTED", BRAM + " REJECTED");
        assertThat(evening.line(bram, "RGS-HA").errorCode()).isEqualTo(code);
        assertThat(evening.line(bram, "RGS-HA").errorText()).startsWith(text);
    }

    @Test
    void who_is_sent_by_several_at_the_same_moment_is_in_one_question() throws Exception {
        evening.connected(false, 19);
        CyclicBarrier together = new CyclicBarrier(4);
        ExecutorService several = Executors.newFixedThreadPool(4);
        List<Future<Integer>> sent = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            sent.add(several.submit(() -> {
                together.await();
                try {
                    return evening.deliveries(d -> d.send(evening.edition));
                } catch (InvalidInputException nobodyLeft) {
                    return 0;
                }
            }));
        }
        int all = 0;
        for (Future<Integer> each : sent) {
            all += each.get();
        }
        several.shutdown();
        assertThat(all).isEqualTo(2);
        assertThat(evening.ledger.texts("select person from crm.delivery_row order by 1"))
                .containsExactly(ANNA, BRAM);
    }

    /** The negative control of the index that keeps a delivery in one question: without it, two stand beside each other. */
    @Test
    void what_waits_for_an_answer_is_in_no_other_question() throws Exception {
        String another = """
                insert into crm.delivery_row (batch_id, position, delivery_id, person, course, own_codes)
                select batch_id, 100 + position, delivery_id, person, course, own_codes from crm.delivery_row""";
        evening.connected(false, 19);
        evening.deliveries(d -> d.send(evening.edition));
        assertThatThrownBy(() -> evening.ledger.run(another)).hasStackTraceContaining("delivery_row_once");
        evening.ledger.database.asOwner("drop index crm.delivery_row_once");
        evening.ledger.run(another);
        assertThat(evening.ledger.texts("select cast(count(*) as text) from crm.delivery_row"))
                .isEqualTo(List.of("4"));
        evening.ledger.database.asOwner(
                "delete from crm.delivery_row; create unique index delivery_row_once on crm.delivery_row (delivery_id) where is_open");
    }
}
