package nl.kring.crm.agenda.course;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.agenda.course.CourseFixture.form;
import static nl.kring.crm.agenda.course.CourseFixture.speaker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.affiliation.AffiliationRole;
import nl.kring.crm.security.Colleague;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of a course, by whom, and who reads it. */
class CourseProfilesTest {

    private static final CurrentUser VISITOR = AgendaDatabase.visitor();
    private static final LocalDate DAY = LocalDate.parse("2026-08-01");

    /** Passes the eleven test, as a citizen service number does. */
    private static final String BSN = "111222333";

    private static CourseFixture region;

    private UUID edition;

    @BeforeAll
    static void start() throws Exception {
        region = new CourseFixture();
    }

    @AfterAll
    static void stop() throws Exception {
        region.close();
    }

    @BeforeEach
    void a_course_of_noord() {
        region.clear();
        edition = region.published(region.noord, aCourse().wish());
    }

    @Test
    void all_that_is_said_is_kept() {
        UUID owner = region.account("Berends", "NOORD");
        UUID deputy = region.account("Assink", "NOORD");
        UUID person = region.person("J. Wolterink");
        region.change(
                region.noord,
                edition,
                form().about(region.theme("Preventie"), region.theme("Jeugd"))
                        .meantFor(
                                Set.of(AffiliationRole.TRIAGE_ASSISTANT, AffiliationRole.GP),
                                Set.of(region.organisation("OOST")))
                        .lookedAfterBy(owner, deputy)
                        .spokenBy(speaker(person, null), speaker(null, "Prof. Gast"))
                        .paidBy(new ProfileForm.Sponsor(null, "Hartstichting", 250_000, DAY, true, DAY))
                        .costing(
                                new ProfileForm.BudgetLine(null, true, "Inschrijfgeld", 250_000, 237_500),
                                new ProfileForm.BudgetLine(null, false, "Zaal", 40_000, 45_000),
                                new ProfileForm.BudgetLine(null, false, "Catering", 60_000, null))
                        .said());

        ProfileDetail detail = region.profile(region.noord, edition);
        ProfileForm said = detail.form();
        assertThat(said.objectives()).isEqualTo("Reanimeren volgens de laatste richtlijn.");
        assertThat(said.themes()).containsExactlyInAnyOrder(region.theme("Preventie"), region.theme("Jeugd"));
        assertThat(said.roles()).containsExactlyInAnyOrder(AffiliationRole.TRIAGE_ASSISTANT, AffiliationRole.GP);
        assertThat(said.organisations()).containsExactly(region.organisation("OOST"));
        assertThat(said.owner()).isEqualTo(owner);
        assertThat(said.deputy()).isEqualTo(deputy);
        assertThat(said.speakers())
                .extracting(ProfileForm.Speaker::known, ProfileForm.Speaker::name, ProfileForm.Speaker::honorariumCents)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("J. Wolterink", null, 45_000),
                        org.assertj.core.groups.Tuple.tuple(null, "Prof. Gast", 45_000));
        assertThat(said.sponsors())
                .singleElement()
                .satisfies(sponsor -> assertThat(sponsor.independentOn()).isEqualTo(DAY));
        assertThat(detail.totals()).isEqualTo(new BudgetTotals(250_000, 100_000, 237_500, 45_000));
        assertThat(detail.totals().plannedResult()).isEqualTo(150_000);
        assertThat(detail.colleagues()).extracting(Colleague::name).contains("Assink", "Berends");
    }

    @Test
    void rows_that_stay_are_the_same_rows_and_others_go() {
        region.change(
                region.noord,
                edition,
                form().spokenBy(speaker(null, "Een"), speaker(null, "Twee")).said());
        ProfileForm.Speaker two =
                region.profile(region.noord, edition).form().speakers().get(1);
        region.change(
                region.noord,
                edition,
                form().spokenBy(two, speaker(null, "Drie")).said());

        List<ProfileForm.Speaker> now =
                region.profile(region.noord, edition).form().speakers();
        assertThat(now).extracting(ProfileForm.Speaker::name).containsExactly("Twee", "Drie");
        assertThat(now.get(0).uuid()).isEqualTo(two.uuid());
    }

    @Test
    void a_row_of_another_course_is_no_row_of_this_one() {
        UUID other = region.published(region.noord, aCourse().wish());
        region.change(
                region.noord, other, form().spokenBy(speaker(null, "Elders")).said());
        ProfileForm.Speaker elsewhere =
                region.profile(region.noord, other).form().speakers().get(0);

        assertThatThrownBy(() -> region.change(
                        region.noord, edition, form().spokenBy(elsewhere).said()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void everybody_reads_speakers_interests_and_sponsors_and_nobody_else_money_or_contracts() {
        region.change(
                region.noord,
                edition,
                form().spokenBy(speaker(region.person("J. Wolterink"), null))
                        .paidBy(new ProfileForm.Sponsor(null, "Hartstichting", 987_654, DAY, false, null))
                        .costing(new ProfileForm.BudgetLine(null, true, "Geheim potje", 123_456, 1))
                        .said());

        PublicProfile shown = region.shown(VISITOR, edition);
        assertThat(shown.speakers())
                .containsExactly(new PublicProfile.Speaker(
                        "J. Wolterink", LocalDate.parse("2026-08-15"), "Adviseur van een maker van AED's"));
        assertThat(shown.sponsors()).containsExactly(new PublicProfile.Sponsor("Hartstichting", false));
        assertThat(shown.toString()).doesNotContain("45000", "3250", "987654", "123456", "Geheim", "2026-08-01");
    }

    @Test
    void of_a_draft_nobody_else_reads_anything() {
        UUID draft = region.draft(region.noord, aCourse().wish());
        region.change(region.noord, draft, form().said());

        assertThat(region.shown(region.noord, draft).objectives()).isNotNull();
        for (CurrentUser stranger : List.of(VISITOR, region.zuid)) {
            assertThatThrownBy(() -> region.shown(stranger, draft)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void of_what_was_never_said_nothing_is_shown() {
        assertThat(region.shown(VISITOR, edition).isEmpty()).isTrue();
        assertThat(region.profile(region.noord, edition).form().speakers()).isEmpty();
    }

    @Test
    void another_organisation_and_the_administrator_read_and_change_nothing_of_it() {
        UUID course = region.edition(region.noord, edition).courseUuid();

        for (CurrentUser stranger : List.of(region.zuid, AgendaDatabase.administrator(), VISITOR)) {
            assertThatThrownBy(() -> region.with(stranger, CourseProfiles.class, profiles -> profiles.detail(course)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> region.doing(
                            stranger, CourseProfiles.class, profiles -> profiles.change(course, -1, form().said())))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void who_comes_second_with_an_older_version_overwrites_nothing() {
        ProfileDetail read = region.profile(region.noord, edition);
        region.change(region.noord, edition, form().learning("Eerst").said());

        for (long stale : new long[] {read.version(), read.version() + 5}) {
            assertThatThrownBy(() -> region.doing(
                            region.noord,
                            CourseProfiles.class,
                            profiles -> profiles.change(
                                    read.course(),
                                    stale,
                                    form().learning("Later").said())))
                    .isInstanceOf(EditConflictException.class);
        }
        assertThat(region.profile(region.noord, edition).form().objectives()).isEqualTo("Eerst");
    }

    @Test
    void a_change_of_rows_alone_makes_older_forms_stale_too() {
        region.change(region.noord, edition, form().said());
        ProfileDetail read = region.profile(region.noord, edition);
        region.change(
                region.noord, edition, form().spokenBy(speaker(null, "Nieuw")).said());

        assertThatThrownBy(() -> region.doing(
                        region.noord,
                        CourseProfiles.class,
                        profiles -> profiles.change(read.course(), read.version(), form().said())))
                .isInstanceOf(EditConflictException.class);
    }

    @Test
    void of_sixteen_who_say_something_first_at_the_same_moment_one_is_heard() throws Exception {
        ProfileDetail read = region.profile(region.noord, edition);
        List<String> refused = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(16);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Boolean>> answers = new ArrayList<>();
        for (int each = 0; each < 16; each++) {
            String said = "Van " + each;
            Callable<Boolean> turn = () -> {
                go.await();
                try {
                    region.doing(
                            region.noord,
                            CourseProfiles.class,
                            profiles -> profiles.change(
                                    read.course(),
                                    read.version(),
                                    form().learning(said).said()));
                    return true;
                } catch (EditConflictException late) {
                    refused.add(said);
                    return false;
                }
            };
            answers.add(threads.submit(turn));
        }
        go.countDown();
        int heard = 0;
        for (Future<Boolean> answer : answers) {
            heard += answer.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(heard).isEqualTo(1);
        assertThat(refused).hasSize(15);
    }

    @Test
    void only_colleagues_of_the_organisers_are_responsible_and_who_left_may_stay_named() {
        UUID stranger = region.account("Vreemde", "OOST");
        UUID owner = region.account("Berends", "NOORD");
        assertThatThrownBy(() -> region.change(
                        region.noord,
                        edition,
                        form().lookedAfterBy(stranger, null).said()))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("course-responsible-no-colleague"));

        region.change(region.noord, edition, form().lookedAfterBy(owner, null).said());
        region.database.change(
                em -> em.createNativeQuery("""
                        update crm.role_grant set ended_at = now()
                         where account_id = (select id from crm.account where uuid = :uuid)""").setParameter("uuid", owner).executeUpdate());
        region.change(
                region.noord,
                edition,
                form().lookedAfterBy(owner, null).learning("Anders").said());
        assertThat(region.profile(region.noord, edition).form().owner()).isEqualTo(owner);
        assertThat(region.profile(region.noord, edition).colleagues())
                .extracting(Colleague::uuid)
                .contains(owner);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(form().learning("Bel " + BSN), "text-looks-like-bsn"),
                Arguments.of(form().learning("x".repeat(4_001)), "text-too-long"),
                Arguments.of(form().learning("a\u0000b"), "text-unreadable"),
                Arguments.of(form().spokenBy(speaker(null, "Jan " + BSN)), "text-looks-like-bsn"),
                Arguments.of(form().spokenBy(speaker(null, " ")), "course-speaker-name"),
                Arguments.of(form().spokenBy(withInterests(DAY, "Nummer " + BSN)), "text-looks-like-bsn"),
                Arguments.of(form().spokenBy(withInterests(null, "Aandelen")), "course-disclosure-day"),
                Arguments.of(form().spokenBy(withInterests(LocalDate.parse("0202-08-01"), null)), "course-day"),
                Arguments.of(form().spokenBy(paid(-1)), "course-amount"),
                Arguments.of(form().spokenBy(paid(1_000_000_001)), "course-amount"),
                Arguments.of(
                        form().paidBy(new ProfileForm.Sponsor(null, null, 1, null, false, null)),
                        "course-sponsor-name"),
                Arguments.of(
                        form().paidBy(new ProfileForm.Sponsor(null, "Nr " + BSN, 1, null, false, null)),
                        "text-looks-like-bsn"),
                Arguments.of(
                        form().paidBy(new ProfileForm.Sponsor(null, "Zonder dag", 1, null, true, null)),
                        "course-independence-day"),
                Arguments.of(
                        form().paidBy(new ProfileForm.Sponsor(null, "Niet gezegd", 1, null, false, DAY)),
                        "course-independence-day"),
                Arguments.of(
                        form().costing(new ProfileForm.BudgetLine(null, true, "", 1, null)), "course-budget-label"),
                Arguments.of(
                        form().costing(new ProfileForm.BudgetLine(null, true, "Nr " + BSN, 1, null)),
                        "text-looks-like-bsn"),
                Arguments.of(form().costing(new ProfileForm.BudgetLine(null, true, "Min", -5, null)), "course-amount"),
                Arguments.of(
                        form().costing(Collections.nCopies(101, new ProfileForm.BudgetLine(null, true, "Veel", 1, null))
                                .toArray(ProfileForm.BudgetLine[]::new)),
                        "course-rows"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_cannot_be_is_refused_and_nothing_is_kept(CourseFixture.Form wish, String code) {
        assertThatThrownBy(() -> region.change(region.noord, edition, wish.said()))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
        assertThat(region.shown(VISITOR, edition).isEmpty()).isTrue();
    }

    private static ProfileForm.Speaker withInterests(LocalDate disclosed, String interests) {
        return new ProfileForm.Speaker(null, null, "Spreker", null, null, null, null, disclosed, interests);
    }

    private static ProfileForm.Speaker paid(int cents) {
        return new ProfileForm.Speaker(null, null, "Spreker", null, null, cents, null, null, null);
    }

    @Test
    void one_person_is_not_added_twice_also_under_the_number_of_who_was_merged() {
        UUID person = region.person("J. Wolterink");
        UUID double_ = region.person("Jan Wolterink");
        region.merged(person, double_);

        assertThatThrownBy(() -> region.change(
                        region.noord,
                        edition,
                        form().spokenBy(speaker(person, null), speaker(double_, null))
                                .said()))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("course-speaker-twice"));
    }

    @Test
    void a_form_that_was_open_during_a_merge_names_the_survivor() {
        UUID person = region.person("J. Wolterink");
        UUID double_ = region.person("Jan Wolterink");
        region.merged(person, double_);
        region.change(
                region.noord, edition, form().spokenBy(speaker(double_, null)).said());

        assertThat(region.profile(region.noord, edition).form().speakers())
                .extracting(ProfileForm.Speaker::person)
                .containsExactly(person);
    }

    @Test
    void two_speakers_who_turn_out_to_be_one_break_nothing() {
        UUID person = region.person("J. Wolterink");
        UUID double_ = region.person("Jan Wolterink");
        region.change(
                region.noord,
                edition,
                form().spokenBy(speaker(person, null), speaker(double_, null)).said());
        region.merged(person, double_);

        assertThat(region.shown(VISITOR, edition).speakers()).hasSize(1);
        ProfileForm both = region.profile(region.noord, edition).form();
        assertThat(both.speakers()).hasSize(2);
        region.change(region.noord, edition, both);
        region.change(
                region.noord, edition, form().spokenBy(both.speakers().get(0)).said());
        assertThat(region.profile(region.noord, edition).form().speakers()).hasSize(1);
    }

    @Test
    void a_theme_participant_or_person_that_does_not_exist_is_not_found() {
        UUID nothing = UUID.randomUUID();
        for (ProfileForm wish : List.of(
                form().about(nothing).said(),
                form().meantFor(Set.of(), Set.of(nothing)).said(),
                form().with(nothing).said(),
                form().spokenBy(speaker(nothing, null)).said())) {
            assertThatThrownBy(() -> region.change(region.noord, edition, wish)).isInstanceOf(NotFoundException.class);
        }
    }
}
