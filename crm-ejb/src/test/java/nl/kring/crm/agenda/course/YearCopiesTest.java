package nl.kring.crm.agenda.course;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.agenda.course.CourseFixture.form;
import static nl.kring.crm.agenda.course.CourseFixture.speaker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.EditionDiscarded;
import nl.kring.crm.agenda.EditionMove;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.EditionStateException;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The programme of a year in the next. */
class YearCopiesTest {

    private static CourseFixture region;

    @BeforeAll
    static void start() throws Exception {
        region = new CourseFixture();
    }

    @AfterAll
    static void stop() throws Exception {
        region.close();
    }

    @BeforeEach
    void empty() {
        region.clear();
    }

    @Test
    void the_preview_shows_what_would_be_when_and_what_would_be_on_a_holiday() {
        region.draft(region.noord, on("Nieuwjaar", "2027-01-01"));
        region.draft(region.noord, on("Gewoon", "2026-11-03"));
        region.draft(region.noord, on("Koningsdag", "2026-04-28"));
        region.draft(region.zuid, on("Van een ander", "2026-11-04"));
        UUID cancelled = region.draft(region.noord, on("Geannuleerd", "2026-11-05"));
        region.doing(region.noord, Courses.class, courses -> courses.move(cancelled, EditionMove.CANCEL));

        assertThat(preview(region.noord, 2026))
                .extracting(
                        YearLine::title,
                        YearLine::weeks,
                        line -> AmsterdamTime.toLocal(line.newStartsAt()).toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Koningsdag", 52L, "2027-04-27T19:00"),
                        org.assertj.core.groups.Tuple.tuple("Gewoon", 52L, "2027-11-02T19:00"));
        assertThat(preview(region.noord, 2026).get(0).holidays()).containsExactly(LocalDate.parse("2027-04-27"));
        assertThat(preview(region.noord, 2026).get(1).holidays()).isEmpty();
        assertThat(preview(region.noord, 2027)).singleElement().satisfies(line -> {
            assertThat(line.weeks()).isEqualTo(53);
            assertThat(AmsterdamTime.toLocal(line.newStartsAt())).isEqualTo(LocalDateTime.parse("2028-01-07T19:00"));
        });
        assertThat(preview(region.oost, 2026)).isEmpty();
        assertThatThrownBy(() -> preview(region.noord, 1)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void the_last_evening_of_the_year_belongs_to_the_year_that_the_clock_on_the_wall_shows() {
        region.draft(
                region.noord,
                aCourse()
                        .titled("Oud en nieuw")
                        .from("2027-01-01T00:15", "2027-01-01T01:00")
                        .wish());

        assertThat(preview(region.noord, 2026)).isEmpty();
        assertThat(preview(region.noord, 2027)).hasSize(1);
    }

    @Test
    void what_is_ticked_is_copied_as_concepts_of_new_courses_with_what_is_said_of_them() {
        UUID one = region.draft(
                region.noord,
                aCourse()
                        .titled("Leergang")
                        .from("2026-03-17T19:00", "2026-03-17T22:00")
                        .from("2026-03-31T19:00", "2026-03-31T22:00")
                        .enrolUntil("2026-03-10T12:00")
                        .wish());
        UUID left = region.draft(region.noord, on("Niet", "2026-05-12"));
        region.change(
                region.noord,
                one,
                form().learning("Leren")
                        .about(region.theme("Jeugd"))
                        .with(region.organisation("ZUID"))
                        .spokenBy(speaker(region.person("J. Wolterink"), null))
                        .paidBy(new ProfileForm.Sponsor(null, "Sponsor", 1, null, false, null))
                        .costing(new ProfileForm.BudgetLine(null, false, "Zaal", 40_000, 45_000))
                        .said());

        copied(region.noord, 2026, one);

        List<YearLine> then = preview(region.noord, 2027);
        assertThat(then).extracting(YearLine::title).containsExactly("Leergang");
        EditionDetail copy = region.edition(region.noord, then.get(0).edition());
        assertThat(copy.line().state()).isEqualTo(EditionState.CONCEPT);
        assertThat(copy.courseUuid())
                .isNotEqualTo(region.edition(region.noord, one).courseUuid());
        assertThat(copy.sessions())
                .extracting(each -> AmsterdamTime.toLocal(each.startsAt()).toString())
                .containsExactly("2027-03-16T19:00", "2027-03-30T19:00");
        assertThat(AmsterdamTime.toLocal(copy.enrolUntil())).isEqualTo(LocalDateTime.parse("2027-03-09T12:00"));
        ProfileForm said = region.profile(region.zuid, copy.uuid()).form();
        assertThat(said.objectives()).isEqualTo("Leren");
        assertThat(said.themes()).containsExactly(region.theme("Jeugd"));
        assertThat(said.sponsors()).isEmpty();
        assertThat(said.speakers()).singleElement().satisfies(row -> {
            assertThat(row.known()).isEqualTo("J. Wolterink");
            assertThat(row.honorariumCents()).isEqualTo(45_000);
            assertThat(row.contractSignedOn()).isNull();
            assertThat(row.disclosedOn()).isNull();
            assertThat(row.interests()).isNull();
        });
        assertThat(said.budget()).singleElement().satisfies(row -> {
            assertThat(row.plannedCents()).isEqualTo(40_000);
            assertThat(row.actualCents()).isNull();
        });
        assertThat(preview(region.noord, 2026))
                .filteredOn(line -> line.copied())
                .extracting(YearLine::edition)
                .containsExactly(one)
                .doesNotContain(left);
    }

    @Test
    void editions_of_one_course_become_editions_of_one_course() {
        UUID spring = region.draft(region.noord, on("Reanimatie", "2026-03-17"));
        UUID autumn = region.with(
                region.noord, EditionCopies.class, copies -> copies.copy(spring, LocalDate.parse("2026-10-13")));

        copied(region.noord, 2026, spring, autumn);

        assertThat(preview(region.noord, 2027).stream()
                        .map(line ->
                                region.edition(region.noord, line.edition()).courseUuid())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void an_edition_that_would_meet_in_the_hour_that_is_skipped_is_shown_and_not_copied() {
        UUID night = region.draft(
                region.noord,
                aCourse().from("2029-04-01T02:30", "2029-04-01T05:00").wish());
        UUID day = region.draft(region.noord, on("Overdag", "2029-04-01"));

        assertThat(preview(region.noord, 2029)).extracting(YearLine::skipped).containsExactly(true, false);
        assertThatThrownBy(() -> copied(region.noord, 2029, night, day))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("agenda-time-skipped"));
        assertThat(preview(region.noord, 2030)).isEmpty();
        copied(region.noord, 2029, day);
        assertThat(preview(region.noord, 2030)).hasSize(1);
    }

    @Test
    void nothing_is_copied_twice_and_not_by_two_at_once() throws Exception {
        UUID edition = region.draft(region.noord, on("Eenmaal", "2026-11-03"));

        assertThat(copiedByEight(edition)).isEqualTo(1);
        assertThat(preview(region.noord, 2027)).hasSize(1);
        assertThat(preview(region.noord, 2026)).singleElement().matches(line -> !line.possible());
    }

    /** What the test before would see without the key: it can fail. */
    @Test
    void without_the_key_an_edition_is_copied_more_than_once() throws Exception {
        UUID edition = region.draft(region.noord, on("Vaker", "2026-11-03"));
        region.database.asOwner("alter table crm.year_copy_edition drop constraint year_copy_edition_pkey");
        try {
            assertThat(copiedByEight(edition)).isGreaterThan(1);
        } finally {
            region.clear();
            region.database.asOwner("alter table crm.year_copy_edition add primary key (source_id)");
        }
    }

    private static int copiedByEight(UUID edition) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<Boolean>> answers = new ArrayList<>();
        for (int each = 0; each < 8; each++) {
            Callable<Boolean> turn = () -> {
                go.await();
                try {
                    copied(region.noord, 2026, edition);
                    return true;
                } catch (BusinessException second) {
                    return false;
                }
            };
            answers.add(threads.submit(turn));
        }
        go.countDown();
        int done = 0;
        for (Future<Boolean> answer : answers) {
            done += answer.get() ? 1 : 0;
        }
        threads.shutdown();
        return done;
    }

    @Test
    void what_is_no_edition_of_ours_in_that_year_is_not_copied() {
        UUID foreign = region.draft(region.zuid, on("Van Zuid", "2026-11-03"));
        UUID later = region.draft(region.noord, on("Later", "2027-11-02"));
        UUID withNoord = region.draft(region.zuid, on("Met Noord", "2026-11-10"));
        region.change(
                region.zuid,
                withNoord,
                form().with(region.organisation("NOORD")).said());

        for (UUID other : List.of(foreign, later, withNoord, UUID.randomUUID())) {
            assertThatThrownBy(() -> copied(region.noord, 2026, other)).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> copied(region.noord, 2026)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void as_long_as_all_are_concepts_without_enrolments_it_is_undone_as_if_it_had_never_been() {
        UUID one = region.draft(region.noord, on("Een", "2026-03-17"));
        UUID two = region.draft(region.noord, on("Twee", "2026-11-03"));
        region.change(region.noord, one, form().spokenBy(speaker(null, "Gast")).said());
        List<Long> before = rows();
        UUID copy = copied(region.noord, 2026, one, two);
        assertThat(done(region.noord)).singleElement().satisfies(line -> {
            assertThat(line.editions()).isEqualTo(2);
            assertThat(line.undoable()).isTrue();
        });
        region.news.clear();

        assertThatThrownBy(() -> undo(region.zuid, copy)).isInstanceOf(NotFoundException.class);
        undo(region.noord, copy);

        assertThat(rows()).isEqualTo(before);
        assertThat(region.news).hasSize(2).allMatch(EditionDiscarded.class::isInstance);
        assertThat(preview(region.noord, 2027)).isEmpty();
        assertThat(done(region.noord)).isEmpty();
        assertThatThrownBy(() -> undo(region.noord, copy)).isInstanceOf(NotFoundException.class);
        copied(region.noord, 2026, one);
        assertThat(preview(region.noord, 2027)).hasSize(1);
    }

    @Test
    void when_one_of_them_went_into_the_agenda_nothing_is_undone() {
        UUID one = region.draft(region.noord, on("Een", "2026-03-17"));
        UUID two = region.draft(region.noord, on("Twee", "2026-11-03"));
        UUID copy = copied(region.noord, 2026, one, two);
        UUID last = preview(region.noord, 2027).get(1).edition();
        region.doing(region.noord, Courses.class, courses -> courses.move(last, EditionMove.PUBLISH));

        assertThat(done(region.noord)).singleElement().matches(line -> !line.undoable());
        assertThatThrownBy(() -> undo(region.noord, copy)).isInstanceOf(EditionStateException.class);
        assertThat(preview(region.noord, 2027)).hasSize(2);
    }

    @Test
    void when_somebody_ever_enrolled_nothing_is_undone() {
        UUID one = region.draft(region.noord, on("Een", "2026-03-17"));
        UUID copy = copied(region.noord, 2026, one);
        UUID person = region.person("J. Wolterink");
        region.database.change(
                em -> em.createNativeQuery("""
                        insert into crm.enrolment (id, uuid, edition_id, person_id, state, price_cents, enrolled_at)
                        select nextval('crm.entity_seq'), gen_random_uuid(), y.edition_id, p.id, 'CANCELLED', 0, now()
                          from crm.year_copy_edition y, crm.person p where p.uuid = :person""").setParameter("person", person).executeUpdate());

        assertThatThrownBy(() -> undo(region.noord, copy))
                .isInstanceOfSatisfying(
                        EditionStateException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("agenda-edition-in-use"));
        assertThat(preview(region.noord, 2027)).hasSize(1);
    }

    private static nl.kring.crm.agenda.PlannedCourse on(String title, String day) {
        return aCourse().titled(title).from(day + "T19:00", day + "T22:00").wish();
    }

    private static List<YearLine> preview(CurrentUser caller, int year) {
        return region.with(caller, YearCopies.class, copies -> copies.preview(year));
    }

    private static UUID copied(CurrentUser caller, int year, UUID... editions) {
        return region.with(caller, YearCopies.class, copies -> copies.copy(year, List.of(editions)));
    }

    private static List<YearCopyLine> done(CurrentUser caller) {
        return region.with(caller, YearCopies.class, YearCopies::list);
    }

    private static void undo(CurrentUser caller, UUID copy) {
        region.doing(caller, YearCopies.class, copies -> copies.undo(copy));
    }

    private static List<Long> rows() {
        List<Long> counted = new ArrayList<>();
        for (String table : List.of(
                "course",
                "edition",
                "session",
                "seat_count",
                "course_profile",
                "course_speaker",
                "course_co_organiser",
                "year_copy_edition")) {
            counted.add(region.database.inTransaction(
                    em -> ((Number) em.createNativeQuery("select count(*) from crm." + table)
                                    .getSingleResult())
                            .longValue()));
        }
        return counted;
    }
}
