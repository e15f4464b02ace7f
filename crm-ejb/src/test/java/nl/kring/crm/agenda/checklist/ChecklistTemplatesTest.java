package nl.kring.crm.agenda.checklist;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.workbench.Office.FEA;
import static nl.kring.crm.workbench.Office.THOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.workbench.Office;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is always done for an edition. */
class ChecklistTemplatesTest {

    private Office fea;
    private Office thoon;

    @BeforeEach
    void open() throws Exception {
        Office.reset();
        fea = Office.of(FEA);
        thoon = Office.of(THOON);
    }

    @Test
    void at_first_the_template_holds_that_the_product_comes_with() {
        TemplateDetail template = fea.ask(ChecklistTemplates.class, all -> all.of(null));
        assertThat(template.source()).isEqualTo(TemplateSource.SHIPPED);
        assertThat(template.steps())
                .filteredOn(step -> step.action() == StepAction.ACCREDITATION)
                .extracting(TemplateLine::days)
                .containsExactly(56);
        assertThat(template.steps())
                .filteredOn(step -> step.title().startsWith("Getekende presentielijst"))
                .allSatisfy(
                        step -> assertThat(step.moment() + " " + step.days()).isEqualTo("DAYS_AFTER 14"));
    }

    @Test
    void it_has_the_same_steps_in_both_languages_each_with_words_of_its_own() {
        List<StepForm> dutch = ShippedTemplate.steps("nl");
        List<StepForm> english = ShippedTemplate.steps("en");
        assertThat(english).hasSameSizeAs(dutch);
        for (int at = 0; at < dutch.size(); at++) {
            StepForm one = dutch.get(at);
            StepForm other = english.get(at);
            assertThat(other.moment()).isEqualTo(one.moment());
            assertThat(other.days()).isEqualTo(one.days());
            assertThat(other.action()).isEqualTo(one.action());
            assertThat(other.title()).isNotEqualTo(one.title());
            assertThat(StepRules.checked(one)).isEqualTo(one);
        }
    }

    @Test
    void an_organisation_makes_it_its_own_changes_it_and_can_go_back() {
        fea.tell(ChecklistTemplates.class, all -> all.adopt(null));
        UUID added = fea.ask(ChecklistTemplates.class, all -> all.add(null, step("Bloemen bestellen")));
        fea.tell(ChecklistTemplates.class, all -> all.change(null, added, 0, step("Bloemen halen")));
        UUID first = template(fea).steps().get(0).uuid();
        fea.tell(ChecklistTemplates.class, all -> all.remove(null, first));

        assertThat(template(fea).source()).isEqualTo(TemplateSource.ORGANISATION);
        assertThat(titles(fea))
                .hasSize(14)
                .endsWith("Bloemen halen")
                .doesNotContain(ShippedTemplate.steps("nl").get(0).title());
        assertThat(template(thoon).source()).isEqualTo(TemplateSource.SHIPPED);

        fea.tell(ChecklistTemplates.class, all -> all.discard(null));
        assertThat(template(fea).source()).isEqualTo(TemplateSource.SHIPPED);
    }

    @Test
    void the_order_is_changed_one_place_at_a_time_and_ends_at_the_ends() {
        fea.tell(ChecklistTemplates.class, all -> all.adopt(null));
        List<TemplateLine> before = template(fea).steps();
        UUID second = before.get(1).uuid();
        fea.tell(ChecklistTemplates.class, all -> all.move(null, second, true));
        fea.tell(ChecklistTemplates.class, all -> all.move(null, second, true));
        assertThat(template(fea).steps())
                .extracting(TemplateLine::uuid)
                .startsWith(second, before.get(0).uuid(), before.get(2).uuid());
        fea.tell(ChecklistTemplates.class, all -> all.move(null, second, false));
        assertThat(template(fea).steps())
                .extracting(TemplateLine::uuid)
                .containsExactlyElementsOf(
                        before.stream().map(TemplateLine::uuid).toList());
    }

    @Test
    void a_course_may_have_its_own_beside_that_of_the_organisation() {
        UUID edition = fea.ask(Courses.class, courses -> courses.plan(aCourse().wish()));
        UUID other = fea.ask(Courses.class, courses -> courses.plan(aCourse().wish()));
        fea.tell(ChecklistTemplates.class, all -> all.adopt(null));
        fea.tell(ChecklistTemplates.class, all -> all.adopt(edition));
        fea.ask(ChecklistTemplates.class, all -> all.add(edition, step("AED huren")));

        assertThat(fea.ask(ChecklistTemplates.class, all -> all.of(edition)).source())
                .isEqualTo(TemplateSource.COURSE);
        assertThat(fea.ask(ChecklistTemplates.class, all -> all.of(other)).source())
                .isEqualTo(TemplateSource.ORGANISATION);
        fea.tell(Checklists.class, all -> all.make(edition, null, null));
        fea.tell(Checklists.class, all -> all.make(other, null, null));
        assertThat(steps(edition)).hasSize(15).extracting(StepLine::title).contains("AED huren");
        assertThat(steps(other)).hasSize(14);
    }

    @Test
    void a_checklist_that_was_made_stays_as_it_is() {
        UUID edition = fea.ask(Courses.class, courses -> courses.plan(aCourse().wish()));
        fea.tell(ChecklistTemplates.class, all -> all.adopt(null));
        fea.tell(Checklists.class, all -> all.make(edition, null, null));
        fea.tell(ChecklistTemplates.class, all -> all.discard(null));
        assertThat(steps(edition)).hasSize(14);
    }

    @Test
    void who_read_an_older_version_changes_nothing() {
        fea.tell(ChecklistTemplates.class, all -> all.adopt(null));
        UUID step = template(fea).steps().get(0).uuid();
        fea.tell(ChecklistTemplates.class, all -> all.change(null, step, 0, step("Eerst")));
        assertThatThrownBy(() -> fea.tell(ChecklistTemplates.class, all -> all.change(null, step, 0, step("Ook"))))
                .isInstanceOf(EditConflictException.class);
        assertThat(titles(fea)).contains("Eerst");
    }

    @Test
    void a_template_has_so_many_steps_and_no_more() {
        fea.tell(ChecklistTemplates.class, all -> all.adopt(null));
        for (int more = 14; more < StepRules.MOST_STEPS; more++) {
            fea.ask(ChecklistTemplates.class, all -> all.add(null, step("Nog een")));
        }
        assertThatThrownBy(() -> fea.ask(ChecklistTemplates.class, all -> all.add(null, step("Te veel"))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void another_organisation_has_its_own_and_reaches_no_step_of_this_one() {
        fea.tell(ChecklistTemplates.class, all -> all.adopt(null));
        UUID step = template(fea).steps().get(0).uuid();
        UUID edition =
                fea.ask(Courses.class, courses -> courses.announce(aCourse().wish()));
        Stream.<ThrowingCallable>of(
                        () -> thoon.tell(ChecklistTemplates.class, all -> all.move(null, step, true)),
                        () -> thoon.tell(ChecklistTemplates.class, all -> all.remove(null, step)),
                        () -> thoon.tell(ChecklistTemplates.class, all -> all.change(null, step, 0, step("Nee"))),
                        () -> thoon.tell(ChecklistTemplates.class, all -> all.adopt(edition)),
                        () -> thoon.tell(ChecklistTemplates.class, all -> all.discard(edition)),
                        () -> thoon.ask(ChecklistTemplates.class, all -> all.add(edition, step("Nee"))))
                .forEach(call -> assertThatThrownBy(call).isInstanceOf(NotFoundException.class));
        thoon.tell(ChecklistTemplates.class, all -> all.adopt(null));
        assertThatThrownBy(() -> thoon.tell(ChecklistTemplates.class, all -> all.remove(null, step)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_long_template_takes_no_more_queries_than_a_short_one() {
        fea.tell(ChecklistTemplates.class, all -> all.adopt(null));
        long few = fea.queries(ChecklistTemplates.class, all -> all.of(null));
        for (int more = 0; more < 40; more++) {
            fea.ask(ChecklistTemplates.class, all -> all.add(null, step("Nog een")));
        }
        assertThat(fea.queries(ChecklistTemplates.class, all -> all.of(null))).isEqualTo(few);
    }

    private List<StepLine> steps(UUID edition) {
        return fea.ask(Checklists.class, all -> all.of(edition));
    }

    private static TemplateDetail template(Office office) {
        return office.ask(ChecklistTemplates.class, all -> all.of(null));
    }

    private static List<String> titles(Office office) {
        return template(office).steps().stream().map(TemplateLine::title).toList();
    }

    private static StepForm step(String title) {
        return new StepForm(title, StepAction.NONE, StepMoment.DAYS_BEFORE, 7, null, null);
    }
}
