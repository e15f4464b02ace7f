package nl.kring.crm.attendance.credit;

import static nl.kring.crm.attendance.credit.Ledger.professional;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.accreditation.request.CourseType;
import nl.kring.crm.accreditation.scheme.RegisterMembership;
import nl.kring.crm.accreditation.scheme.RegisterMemberships;
import nl.kring.crm.accreditation.scheme.RegistrationPeriod;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.attendance.AttendanceMark;
import nl.kring.crm.attendance.Attendances;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of docs/domain.md, "The credits ledger". */
class CreditsTest {

    private static final byte[] PDF = "%PDF-1.7 bewijs".getBytes(StandardCharsets.US_ASCII);

    private static Ledger ledger;

    private UUID evening;
    private long anna;

    @BeforeAll
    static void start() throws Exception {
        ledger = new Ledger();
    }

    @AfterAll
    static void stop() throws Exception {
        ledger.close();
    }

    @BeforeEach
    void an_evening() {
        ledger.database.clearAgenda();
        evening = ledger.held("CVRM", "2026-11-03", "RGS-HA", "3", "KABIZ-DA", "2");
        anna = ledger.person("Anna Aalders", "GP");
    }

    @Test
    void who_was_there_has_the_points_of_the_registers_of_the_profession() {
        ledger.attended(evening, anna);
        assertThat(lines(anna)).containsExactly("RGS-HA ATTENDANCE ACCREDITED 3.0 2026-11-03 CVRM");
        assertThat(mine(anna).get(0).registerNumber()).isEqualTo("39000000101");
    }

    @Test
    void who_has_no_profession_with_a_register_has_them_all() {
        long other = ledger.person("Zara Zonder", null);
        ledger.attended(evening, other);
        assertThat(lines(other)).extracting(line -> line.split(" ")[0]).containsExactlyInAnyOrder("RGS-HA", "KABIZ-DA");
    }

    @Test
    void who_says_later_to_be_in_a_register_gets_what_was_earned_for_it() {
        ledger.attended(evening, anna);
        ledger.with(RegisterMemberships.class, professional(anna), memberships -> {
            memberships.tell(new RegisterMembership(
                    "KABIZ-DA", RegistrationPeriod.of(LocalDate.of(2024, 1, 1), LocalDate.of(2028, 12, 31))));
            return null;
        });
        assertThat(lines(anna)).extracting(line -> line.split(" ")[0]).containsExactlyInAnyOrder("RGS-HA", "KABIZ-DA");
    }

    @Test
    void who_was_not_everywhere_has_none_and_who_turns_out_not_to_have_been_there_loses_them_by_another_line() {
        long enrolment = ledger.attended(evening, anna);
        mark(enrolment, false);
        assertThat(mine(anna)).singleElement().satisfies(credit -> {
            assertThat(credit.points()).isEqualByComparingTo("0");
            assertThat(credit.corrected()).isTrue();
        });
        assertThat(lines(anna)).hasSize(2).last().asString().contains("-3.0");

        mark(enrolment, true);
        assertThat(mine(anna).get(0).points()).isEqualByComparingTo("3");
        assertThat(lines(anna)).hasSize(3);
    }

    @Test
    void points_that_change_are_put_right_by_another_line() {
        ledger.attended(evening, anna);
        ledger.award(evening, Map.of("RGS-HA", new BigDecimal("2.5")));
        assertThat(mine(anna))
                .singleElement()
                .satisfies(credit -> assertThat(credit.points()).isEqualByComparingTo("2.5"));
        assertThat(lines(anna)).hasSize(2);
    }

    @Test
    void each_category_is_a_line_of_its_own_and_is_put_right_by_itself() {
        UUID course = ledger.held("Astma", "2026-11-05");
        granted(course, "2 ACCREDITED", "1 ACCREDITED Avond 1", "0.5 PEER_REVIEW");
        long enrolment = ledger.attended(course, anna);
        assertThat(lines(anna))
                .containsExactlyInAnyOrder(
                        "RGS-HA ATTENDANCE ACCREDITED 3.0 2026-11-05 Astma",
                        "RGS-HA ATTENDANCE PEER_REVIEW 0.5 2026-11-05 Astma");
        assertThat(ledger.settleAll()).isZero();

        granted(course, "3 ACCREDITED", "1.5 PEER_REVIEW");
        assertThat(lines(anna)).hasSize(3);
        assertThat(standing(anna)).containsExactly("ACCREDITED 3.0", "PEER_REVIEW 1.5");
        assertThat(mine(anna)).extracting(Credit::id).doesNotHaveDuplicates();

        granted(course, "4.5 PEER_REVIEW");
        assertThat(standing(anna)).containsExactly("ACCREDITED 0.0", "PEER_REVIEW 4.5");

        mark(course, enrolment, false);
        assertThat(standing(anna)).containsExactly("ACCREDITED 0.0", "PEER_REVIEW 0.0");
        mark(course, enrolment, true);
        assertThat(standing(anna)).containsExactly("ACCREDITED 0.0", "PEER_REVIEW 4.5");
        assertThat(ledger.settleAll()).isZero();
    }

    @Test
    void points_of_one_category_are_not_taken_twice_for_an_enrolment() {
        long enrolment = ledger.attended(evening, anna);
        assertThatThrownBy(() -> ledger.run("""
                        insert into crm.credit_entry (person_id, scheme_code, source, category, points, earned_on, title, enrolment_id,
                                                      entered_at)
                        values (:a, 'RGS-HA', 'ATTENDANCE', 'ACCREDITED', 3, date '2026-11-03', 'CVRM', :b, now())""", anna, enrolment)).hasStackTraceContaining("credit_entry_earned_once");
    }

    @Test
    void on_a_day_for_which_the_register_granted_nothing_nothing_is_earned() {
        UUID course = ledger.held("Astma", "2026-11-05");
        ledger.granted(course, "RGS-HA", CourseType.WHOLE, "2026-11-06", "2027-11-05", "3 ACCREDITED");
        ledger.attended(course, anna);
        assertThat(mine(anna)).isEmpty();

        ledger.granted(course, "RGS-HA", CourseType.WHOLE, "2025-11-06", "2026-11-05", "2 ACCREDITED");
        assertThat(standing(anna))
                .as("the control: granted up to the day itself")
                .containsExactly("ACCREDITED 2.0");
    }

    @Test
    void who_was_at_one_session_has_the_points_of_that_one_where_the_register_counts_by_session() {
        UUID course = ledger.heldTwice("Kaderdagen", "2026-11-03", "2026-11-10");
        ledger.granted(
                course,
                "RGS-HA",
                CourseType.MEETINGS,
                "2026-01-01",
                "2026-12-31",
                "3 ACCREDITED Avond 1",
                "2 ACCREDITED Avond 2",
                "1 PEER_REVIEW Avond 2");
        long enrolment = ledger.enrolled(course, anna);
        markAt(course, 1, enrolment, false);
        markAt(course, 2, enrolment, true);
        assertThat(standing(anna)).containsExactly("ACCREDITED 2.0", "PEER_REVIEW 1.0");

        markAt(course, 1, enrolment, true);
        assertThat(standing(anna)).containsExactly("ACCREDITED 5.0", "PEER_REVIEW 1.0");
        assertThat(ledger.settleAll()).isZero();
    }

    @Test
    void who_was_at_one_session_of_what_counts_as_a_whole_has_nothing() {
        UUID course = ledger.heldTwice("Kaderdagen", "2026-11-03", "2026-11-10");
        ledger.granted(
                course,
                "RGS-HA",
                CourseType.WHOLE,
                "2026-01-01",
                "2026-12-31",
                "3 ACCREDITED Avond 1",
                "2 ACCREDITED Avond 2");
        long enrolment = ledger.enrolled(course, anna);
        markAt(course, 1, enrolment, false);
        markAt(course, 2, enrolment, true);
        assertThat(mine(anna)).isEmpty();
        markAt(course, 1, enrolment, true);
        assertThat(standing(anna)).as("the control").containsExactly("ACCREDITED 5.0");
    }

    @Test
    void a_session_on_a_day_for_which_nothing_was_granted_gives_nothing_and_the_other_does() {
        UUID course = ledger.heldTwice("Kaderdagen", "2026-11-03", "2026-11-10");
        String[] points = {"3 ACCREDITED Avond 1", "2 ACCREDITED Avond 2"};
        ledger.granted(course, "RGS-HA", CourseType.MEETINGS, "2026-01-01", "2026-11-09", points);
        ledger.attended(course, anna);
        assertThat(standing(anna)).containsExactly("ACCREDITED 3.0");
        ledger.granted(course, "RGS-HA", CourseType.MEETINGS, "2026-01-01", "2026-11-10", points);
        assertThat(standing(anna)).as("the control").containsExactly("ACCREDITED 5.0");
    }

    private static void granted(UUID course, String... points) {
        ledger.granted(course, "RGS-HA", CourseType.WHOLE, "2026-01-01", "2026-12-31", points);
    }

    private static List<String> standing(long person) {
        return mine(person).stream()
                .map(credit -> credit.category() + " " + credit.points())
                .sorted()
                .toList();
    }

    @Test
    void settling_again_writes_nothing_and_settling_from_nothing_writes_the_same() throws Exception {
        ledger.attended(evening, anna);
        List<String> stood = sums();
        assertThat(ledger.settleAll()).isZero();

        ledger.database.asOwner("delete from crm.credit_entry where corrects_id is not null and source = 'ATTENDANCE';"
                + "delete from crm.credit_entry where source = 'ATTENDANCE'");
        assertThat(ledger.settleAll()).isPositive();
        assertThat(sums()).isEqualTo(stood);
    }

    @Test
    void who_became_something_else_keeps_what_was_earned() {
        ledger.attended(evening, anna);
        ledger.run("update crm.person set profession = 'PHARMACIST' where id = :a", anna);
        assertThat(ledger.settleAll()).isZero();
        assertThat(mine(anna)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update crm.credit_entry set points = 99",
                "delete from crm.credit_entry",
                "truncate crm.credit_entry"
            })
    void no_line_of_the_ledger_can_be_changed(String statement) {
        ledger.attended(evening, anna);
        assertThatThrownBy(() -> ledger.run(statement)).hasStackTraceContaining("permission denied");
    }

    @Test
    void what_is_declared_counts_once_the_organisation_that_was_asked_says_so() {
        UUID claim = declare(anna, "ZUID");
        assertThat(mine(anna)).isEmpty();
        assertThat(asked("NOORD")).isEmpty();
        assertThat(asked("ZUID")).extracting(ClaimLine::uuid).contains(claim);

        ledger.with(Credits.class, ledger.staff("ZUID"), credits -> {
            credits.approve(claim);
            return null;
        });
        assertThat(lines(anna)).containsExactly("RGS-HA SELF PEER_REVIEW 2.0 2026-05-04 Intervisie elders");
        assertThat(asked("ZUID")).extracting(ClaimLine::uuid).doesNotContain(claim);
    }

    @Test
    void nobody_approves_the_own_points() {
        UUID claim = declare(anna, "ZUID");
        CurrentUser herself = ledger.staff("ZUID");
        CurrentUser asStaff = new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return herself.identity()
                        .map(staff -> new Identity(
                                staff.accountId(),
                                staff.accountUuid(),
                                staff.email(),
                                staff.displayName(),
                                staff.language(),
                                anna,
                                staff.organisationId(),
                                staff.roles()));
            }
        };
        assertThatThrownBy(() -> ledger.with(Credits.class, asStaff, credits -> {
                    credits.approve(claim);
                    return null;
                }))
                .isInstanceOf(NotAllowedException.class);
        assertThat(mine(anna)).isEmpty();
    }

    @Test
    void what_was_approved_can_be_taken_back_with_a_reason() {
        UUID claim = declare(anna, "ZUID");
        ledger.with(Credits.class, ledger.staff("ZUID"), credits -> {
            credits.approve(claim);
            credits.refuse(claim, "Dubbel opgegeven");
            return null;
        });
        assertThat(mine(anna))
                .singleElement()
                .satisfies(credit -> assertThat(credit.points()).isEqualByComparingTo("0"));
        assertThatThrownBy(() -> ledger.with(Credits.class, ledger.staff("ZUID"), credits -> {
                    credits.refuse(claim, "Nog eens");
                    return null;
                }))
                .isInstanceOf(EditConflictException.class);
        assertThat(lines(anna)).hasSize(2);
    }

    @Test
    void a_claim_and_its_evidence_are_for_who_made_it_and_who_was_asked() {
        UUID claim = declare(anna, "ZUID");
        long bram = ledger.person("Bram de Boer", "GP");
        assertThat(ledger.with(Credits.class, professional(anna), credits -> credits.evidence(claim))
                        .content())
                .isEqualTo(PDF);
        assertThat(ledger.with(Credits.class, ledger.staff("ZUID"), credits -> credits.evidence(claim))
                        .mediaType())
                .isEqualTo("application/pdf");
        assertThatThrownBy(() -> ledger.with(Credits.class, professional(bram), credits -> credits.evidence(claim)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ledger.with(Credits.class, ledger.staff("NOORD"), credits -> credits.evidence(claim)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> ledger.with(Credits.class, ledger.staff("NOORD"), credits -> {
                    credits.approve(claim);
                    return null;
                }))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void what_was_withdrawn_is_not_approved() {
        UUID claim = declare(anna, "ZUID");
        ledger.with(Credits.class, professional(anna), credits -> {
            credits.withdraw(claim);
            return null;
        });
        assertThatThrownBy(() -> ledger.with(Credits.class, ledger.staff("ZUID"), credits -> {
                    credits.approve(claim);
                    return null;
                }))
                .isInstanceOf(EditConflictException.class);
        assertThat(mine(anna)).isEmpty();
    }

    @Test
    void evidence_is_what_its_first_bytes_say() {
        assertThat(Evidence.of("C:\\mijn\\foto\".png", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 1})
                        .mediaType())
                .isEqualTo("image/jpeg");
        assertThat(Evidence.of("C:\\mijn\\foto\".png", PDF).fileName()).isEqualTo("foto.png");
        assertThat(Evidence.of("111222333.pdf", PDF).fileName()).isEqualTo("bewijs");
        refuses("credit-evidence-type", "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));
        refuses("credit-evidence-missing", new byte[0]);
        refuses("credit-evidence-large", new byte[Evidence.LARGEST + 1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000", "1.25"})
    void points_that_cannot_be_are_refused(String points) {
        assertThatThrownBy(() -> declare(anna, "ZUID", new BigDecimal(points), "PEER_REVIEW"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("accreditation-points");
    }

    @Test
    void a_kind_that_the_register_does_not_know_is_refused() {
        assertThatThrownBy(() -> declare(anna, "ZUID", BigDecimal.ONE, "ELEARNING"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("credit-category");
    }

    @Test
    void what_was_kept_before_is_taken_over_once_by_its_key() {
        UUID person = UUID.fromString(ledger.texts("select cast(uuid as text) from crm.person where id = :a", anna)
                .get(0));
        List<ImportedCredit> kept = List.of(imported("wdh-1", person, "4"), imported("wdh-2", person, "1.5"));
        assertThat(take(kept)).isEqualTo(2);
        assertThat(take(kept)).isZero();
        assertThat(lines(anna))
                .containsExactly(
                        "RGS-HA IMPORT ACCREDITED 4.0 2023-05-04 Vroeger",
                        "RGS-HA IMPORT ACCREDITED 1.5 2023-05-04 Vroeger");
        assertThatThrownBy(() -> take(List.of(imported("wdh-3", person, "0"))))
                .hasMessageContaining("credit-import-row");
        assertThatThrownBy(() -> take(List.of(imported("wdh-4", UUID.randomUUID(), "1"))))
                .hasMessageContaining("credit-import-unknown");
    }

    private static ImportedCredit imported(String key, UUID person, String points) {
        return new ImportedCredit(
                key, person, "RGS-HA", null, new BigDecimal(points), LocalDate.of(2023, 5, 4), "Vroeger", null);
    }

    private static int take(List<ImportedCredit> credits) {
        return ledger.with(ImportedCredits.class, AgendaDatabase.administrator(), imports -> imports.take(credits));
    }

    private static void refuses(String code, byte[] content) {
        assertThatThrownBy(() -> Evidence.of("bewijs.pdf", content))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(code);
    }

    private static UUID declare(long person, String organisation) {
        return declare(person, organisation, new BigDecimal("2"), "PEER_REVIEW");
    }

    private static UUID declare(long person, String organisation, BigDecimal points, String category) {
        return ledger.with(
                Credits.class,
                professional(person),
                credits -> credits.declare(
                        new ClaimForm(
                                "RGS-HA",
                                category,
                                points,
                                LocalDate.of(2026, 5, 4),
                                "Intervisie elders",
                                organisation),
                        Evidence.of("bewijs.pdf", PDF)));
    }

    private static List<ClaimLine> asked(String organisation) {
        return ledger.with(Credits.class, ledger.staff(organisation), Credits::asked);
    }

    private static List<Credit> mine(long person) {
        return ledger.with(Credits.class, professional(person), credits -> credits.mine(null));
    }

    private void mark(long enrolment, boolean present) {
        mark(evening, enrolment, present);
    }

    private static void mark(UUID course, long enrolment, boolean present) {
        markAt(course, 1, enrolment, present);
    }

    private static void markAt(UUID course, int position, long enrolment, boolean present) {
        UUID uuid =
                UUID.fromString(ledger.texts("select cast(uuid as text) from crm.enrolment where id = :a", enrolment)
                        .get(0));
        UUID session = UUID.fromString(ledger.texts(
                        "select cast(s.uuid as text) from crm.session s join crm.edition e on e.id = s.edition_id"
                                + " where e.uuid = :a and s.position = :b",
                        course,
                        position)
                .get(0));
        ledger.with(
                Attendances.class,
                ledger.staff("NOORD"),
                attendances -> attendances.record(course, List.of(new AttendanceMark(uuid, session, present))));
    }

    private static List<String> lines(long person) {
        return ledger.texts("""
                select concat_ws(' ', scheme_code, source, category, points, earned_on, title) from crm.credit_entry
                 where person_id = :a order by id""", person);
    }

    private static List<String> sums() {
        return ledger.texts("""
                select concat_ws(' ', person_id, scheme_code, category, sum(points), earned_on, enrolment_id)
                  from crm.credit_entry where source = 'ATTENDANCE'
                 group by person_id, scheme_code, category, earned_on, enrolment_id having sum(points) <> 0
                 order by 1""");
    }
}
