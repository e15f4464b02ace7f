package nl.kring.crm.agenda.course;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.agenda.course.CourseFixture.form;
import static nl.kring.crm.agenda.course.CourseFixture.speaker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Courses that are made of a template. */
class CourseTemplatesTest {

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
        edition = region.draft(
                region.noord,
                aCourse()
                        .titled("CASPIR")
                        .meantFor(Profession.GP)
                        .from("2026-03-24T19:00", "2026-03-24T22:00")
                        .from("2026-03-31T19:00", "2026-03-31T22:00")
                        .seats(14)
                        .costing(19_500)
                        .wish());
        region.change(
                region.noord,
                edition,
                form().learning("Spirometrie")
                        .about(region.theme("Preventie"))
                        .with(region.organisation("ZUID"))
                        .lookedAfterBy(region.account("Berends", "NOORD"), null)
                        .spokenBy(speaker(region.person("J. Wolterink"), null))
                        .paidBy(new ProfileForm.Sponsor(null, "Sponsor", 1, null, false, null))
                        .costing(new ProfileForm.BudgetLine(null, false, "Zaal", 40_000, 45_000))
                        .said());
    }

    @Test
    void a_course_of_a_template_begins_as_the_course_that_was_kept() {
        UUID template = kept(region.noord, "Astma en COPD");
        EditionDetail made = region.edition(region.noord, used(region.noord, template, "2026-11-03"));

        assertThat(made.line().title()).isEqualTo("CASPIR");
        assertThat(made.line().state()).isEqualTo(EditionState.CONCEPT);
        assertThat(made.line().capacity()).isEqualTo(14);
        assertThat(made.line().priceCents()).isEqualTo(19_500);
        assertThat(made.audience()).containsExactly(Profession.GP);
        assertThat(made.courseUuid())
                .isNotEqualTo(region.edition(region.noord, edition).courseUuid());
        assertThat(made.sessions())
                .extracting(each -> AmsterdamTime.toLocal(each.startsAt()).toString())
                .containsExactly("2026-11-03T19:00", "2026-11-10T19:00");
        ProfileForm said = region.profile(region.noord, made.uuid()).form();
        assertThat(said.objectives()).isEqualTo("Spirometrie");
        assertThat(said.themes()).containsExactly(region.theme("Preventie"));
        assertThat(said.owner()).isNotNull();
        assertThat(said.coOrganisers()).isEmpty();
        assertThat(said.sponsors()).isEmpty();
        assertThat(said.speakers())
                .singleElement()
                .satisfies(row -> assertThat(row.contractSignedOn()).isNull());
        assertThat(said.budget())
                .singleElement()
                .satisfies(row -> assertThat(row.actualCents()).isNull());
    }

    @Test
    void what_becomes_of_the_course_changes_nothing_of_the_template_nor_the_other_way_round() {
        UUID template = kept(region.noord, "Astma en COPD");
        long version = region.edition(region.noord, edition).version();
        region.doing(
                region.noord,
                Courses.class,
                courses -> courses.change(
                        edition, version, aCourse().titled("Iets anders").wish(), null));
        region.change(region.noord, edition, form().learning("Anders").said());
        UUID first = used(region.noord, template, "2026-11-03");
        region.change(region.noord, first, form().learning("Nog anders").said());
        UUID second = used(region.noord, template, "2027-03-16");

        assertThat(region.edition(region.noord, second).line().title()).isEqualTo("CASPIR");
        assertThat(region.profile(region.noord, second).form().objectives()).isEqualTo("Spirometrie");
    }

    @Test
    void a_co_organiser_keeps_it_for_itself_and_its_courses_are_its_own() {
        UUID template = kept(region.zuid, "Van Zuid");
        UUID made = used(region.zuid, template, "2026-11-03");

        assertThat(region.edition(region.zuid, made).line().organisation()).isEqualTo("ZUID");
        assertThat(region.profile(region.zuid, made).form().owner()).isNull();
        assertThat(list(region.zuid)).containsExactly("Van Zuid");
        assertThat(list(region.noord)).isEmpty();
        assertThatThrownBy(() -> region.edition(region.noord, made)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void for_another_organisation_a_template_does_not_exist() {
        UUID template = kept(region.noord, "Astma en COPD");

        for (CurrentUser stranger : List.of(region.zuid, region.oost)) {
            assertThat(list(stranger)).isEmpty();
            assertThatThrownBy(() -> used(stranger, template, "2026-11-03")).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() ->
                            region.doing(stranger, CourseTemplates.class, templates -> templates.retire(template)))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() ->
                            region.doing(stranger, CourseTemplates.class, templates -> templates.bringBack(template)))
                    .isInstanceOf(NotFoundException.class);
        }
        for (CurrentUser stranger : List.of(region.oost, AgendaDatabase.administrator())) {
            assertThatThrownBy(() -> kept(stranger, "Gekopieerd")).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void a_name_is_needed_and_is_of_one_template() {
        UUID template = kept(region.noord, "Astma en COPD");

        assertRefused("astma en copd", "template-name-taken");
        assertRefused("  ", "template-name-missing");
        assertRefused("BSN 111222333", "text-looks-like-bsn");
        assertRefused("x".repeat(101), "text-too-long");
        region.doing(region.noord, CourseTemplates.class, templates -> templates.retire(template));
        assertThat(list(region.noord)).isEmpty();
        kept(region.noord, "Astma en COPD");
        assertThatThrownBy(() ->
                        region.doing(region.noord, CourseTemplates.class, templates -> templates.bringBack(template)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void of_one_that_was_put_away_no_course_is_made_until_it_is_taken_out_again() {
        UUID template = kept(region.noord, "Astma en COPD");
        region.doing(region.noord, CourseTemplates.class, templates -> templates.retire(template));

        assertThatThrownBy(() -> used(region.noord, template, "2026-11-03")).isInstanceOf(InvalidInputException.class);
        region.doing(region.noord, CourseTemplates.class, templates -> templates.bringBack(template));
        used(region.noord, template, "2026-11-03");
    }

    @Test
    void a_course_of_which_nothing_more_is_said_can_be_kept_too() {
        UUID bare = region.draft(region.noord, aCourse().wish());
        UUID template = region.with(region.noord, CourseTemplates.class, templates -> templates.keep(bare, "Kaal"));

        assertThat(region.profile(region.noord, used(region.noord, template, "2026-11-03"))
                        .form()
                        .speakers())
                .isEmpty();
    }

    private void assertRefused(String name, String code) {
        assertThatThrownBy(() -> kept(region.noord, name))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private UUID kept(CurrentUser caller, String name) {
        return region.with(caller, CourseTemplates.class, templates -> templates.keep(edition, name));
    }

    private static UUID used(CurrentUser caller, UUID template, String day) {
        return region.with(caller, CourseTemplates.class, templates -> templates.use(template, LocalDate.parse(day)));
    }

    private static List<String> list(CurrentUser caller) {
        return region.with(caller, CourseTemplates.class, templates -> templates.list(false)).stream()
                .map(TemplateLine::name)
                .toList();
    }
}
