package nl.kring.crm.agenda.course;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.agenda.course.CourseFixture.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionMove;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.agenda.PlannedCourse;
import nl.kring.crm.agenda.resource.BookingLine;
import nl.kring.crm.agenda.resource.Bookings;
import nl.kring.crm.agenda.resource.ResourceForm;
import nl.kring.crm.agenda.resource.ResourceKind;
import nl.kring.crm.agenda.resource.Resources;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Noord organises a course with Zuid; Oost has nothing to do with it. */
class CoOrganisersTest {

    private static CourseFixture region;

    private UUID draft;

    @BeforeAll
    static void start() throws Exception {
        region = new CourseFixture();
    }

    @AfterAll
    static void stop() throws Exception {
        region.close();
    }

    @BeforeEach
    void a_draft_of_noord_with_zuid() {
        region.clear();
        draft = region.draft(region.noord, aCourse().titled("Samen").wish());
        region.withZuid(draft);
    }

    @Test
    void a_co_organiser_sees_the_draft_and_finds_it_in_its_list_and_a_third_organisation_does_not() {
        assertThat(region.edition(region.zuid, draft).own()).isTrue();
        assertThat(mine(region.zuid)).containsExactly("Samen");
        assertThat(region.profile(region.zuid, draft).organises()).isFalse();

        assertThatThrownBy(() -> region.edition(region.oost, draft)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> region.edition(AgendaDatabase.visitor(), draft))
                .isInstanceOf(NotFoundException.class);
        assertThat(mine(region.oost)).isEmpty();
    }

    /** The test before would fail if nobody were told apart: without Zuid in the course it sees nothing either. */
    @Test
    void who_organises_it_no_more_sees_nothing_of_it() {
        region.change(region.noord, draft, form().said());

        assertThatThrownBy(() -> region.edition(region.zuid, draft)).isInstanceOf(NotFoundException.class);
        assertThat(mine(region.zuid)).isEmpty();
    }

    @Test
    void a_co_organiser_changes_it_and_opens_it() {
        PlannedCourse wish = aCourse().titled("Samen sterk").wish();
        long version = region.edition(region.zuid, draft).version();
        region.doing(region.zuid, Courses.class, courses -> courses.change(draft, version, wish, null));
        region.doing(region.zuid, Courses.class, courses -> courses.move(draft, EditionMove.OPEN_ENROLMENT));
        region.change(
                region.zuid,
                draft,
                form().learning("Van Zuid").with(region.organisation("ZUID")).said());

        assertThat(region.edition(region.oost, draft).line().title()).isEqualTo("Samen sterk");
        assertThat(region.edition(region.oost, draft).own()).isFalse();
        assertThat(region.edition(region.noord, draft).line().organisation()).isEqualTo("NOORD");
        assertThat(region.shown(AgendaDatabase.visitor(), draft).objectives()).isEqualTo("Van Zuid");
        assertThat(region.shown(AgendaDatabase.visitor(), draft).coOrganisers()).containsExactly("Nascholing Zuid");
    }

    @ParameterizedTest
    @EnumSource(
            value = EditionMove.class,
            names = {"CANCEL", "ARCHIVE", "REOPEN"})
    void a_co_organiser_neither_cancels_nor_archives(EditionMove move) {
        assertThat(region.edition(region.zuid, draft).moves()).doesNotContain(move);
        assertThatThrownBy(() -> region.doing(region.zuid, Courses.class, courses -> courses.move(draft, move)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> region.doing(region.zuid, Courses.class, courses -> courses.discard(draft)))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void a_co_organiser_books_a_room_for_it_and_a_third_organisation_does_not() {
        ResourceForm hall =
                new ResourceForm(ResourceKind.ROOM, "Zaal", "Almelo", null, null, 30, 0, 0, true, List.of());
        UUID room = region.with(region.zuid, Resources.class, resources -> resources.add(hall));
        region.doing(region.zuid, Bookings.class, bookings -> bookings.book(draft, room, null));

        List<BookingLine> had = region.with(region.noord, Bookings.class, bookings -> bookings.of(draft));
        assertThat(had).extracting(BookingLine::name).containsExactly("Zaal");
        assertThatThrownBy(
                        () -> region.doing(region.oost, Bookings.class, bookings -> bookings.book(draft, room, null)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_organiser_itself_cancels() {
        assertThat(region.edition(region.noord, draft).moves()).contains(EditionMove.CANCEL);
        region.doing(region.noord, Courses.class, courses -> courses.move(draft, EditionMove.CANCEL));
    }

    @Test
    void only_the_organiser_says_who_organises() {
        UUID oost = region.organisation("OOST");
        UUID zuid = region.organisation("ZUID");

        assertThatThrownBy(() -> region.change(
                        region.zuid, draft, form().with(zuid, oost).said()))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> region.change(region.zuid, draft, form().said()))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> region.edition(region.oost, draft)).isInstanceOf(NotFoundException.class);
        region.change(region.noord, draft, form().with(zuid, oost).said());
        assertThat(region.edition(region.oost, draft).own()).isTrue();
    }

    @Test
    void an_organisation_that_takes_no_part_does_not_organise_with_others() {
        UUID practice = UUID.randomUUID();
        region.database.change(
                em -> em.createNativeQuery("""
                        insert into crm.organisation (id, uuid, name, kind, created_at)
                        values (nextval('crm.entity_seq'), :uuid, 'Praktijk', 'PRACTICE', now())""").setParameter("uuid", practice).executeUpdate());

        assertThatThrownBy(() ->
                        region.change(region.noord, draft, form().with(practice).said()))
                .isInstanceOf(BusinessException.class);
    }

    @Test
    void a_colleague_of_a_co_organiser_may_be_responsible() {
        UUID colleague = region.account("Zwiers", "ZUID");
        region.change(
                region.noord,
                draft,
                form().with(region.organisation("ZUID"))
                        .lookedAfterBy(colleague, null)
                        .said());

        assertThat(region.profile(region.noord, draft).form().owner()).isEqualTo(colleague);
    }

    @Test
    void another_edition_is_called_as_the_course_is_and_an_open_form_of_it_is_stale() {
        UUID other = region.with(
                region.noord, EditionCopies.class, copies -> copies.copy(draft, LocalDate.parse("2026-12-01")));
        long before = region.edition(region.noord, other).version();
        long version = region.edition(region.noord, draft).version();
        region.doing(
                region.noord,
                Courses.class,
                courses -> courses.change(
                        draft, version, aCourse().titled("Heel anders").wish(), null));

        assertThat(region.edition(region.noord, other).line().title()).isEqualTo("Heel anders");
        assertThat(region.database
                        .inTransaction(
                                em -> AgendaDatabase.editions(em, region.noord).mine("heel anders", 0, null))
                        .items())
                .hasSize(2);
        assertThatThrownBy(() -> region.doing(
                        region.noord,
                        Courses.class,
                        courses -> courses.change(other, before, aCourse().wish(), null)))
                .isInstanceOf(EditConflictException.class);
    }

    private static List<String> mine(CurrentUser caller) {
        return region
                .database
                .inTransaction(em -> {
                    Editions editions = AgendaDatabase.editions(em, caller);
                    return editions.mine(null, 0, null);
                })
                .items()
                .stream()
                .map(line -> line.title())
                .toList();
    }
}
