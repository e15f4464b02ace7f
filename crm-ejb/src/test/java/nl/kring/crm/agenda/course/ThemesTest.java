package nl.kring.crm.agenda.course;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.agenda.course.CourseFixture.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ThemesTest {

    private static CourseFixture region;
    private static final CurrentUser ADMINISTRATOR = AgendaDatabase.administrator();

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
    void the_themes_of_the_region_are_there_and_the_administrator_adds_to_them() {
        UUID added = region.with(ADMINISTRATOR, Themes.class, themes -> themes.add(" Wijkzorg ", null));

        assertThat(region.with(AgendaDatabase.visitor(), Themes.class, Themes::list))
                .extracting(ThemeLine::name)
                .contains("E-health", "Ouderenzorg", "Positieve Gezondheid", "Wijkzorg")
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThatThrownBy(() -> region.with(ADMINISTRATOR, Themes.class, themes -> themes.add("wijkzorg", null)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("theme-name-taken"));
        assertThatThrownBy(() -> region.with(ADMINISTRATOR, Themes.class, themes -> themes.add(" ", "None")))
                .isInstanceOf(InvalidInputException.class);
        region.doing(ADMINISTRATOR, Themes.class, themes -> themes.rename(added, "Zorg in de wijk", "Care nearby"));
        assertThat(region.with(ADMINISTRATOR, Themes.class, Themes::all))
                .filteredOn(theme -> theme.uuid().equals(added))
                .singleElement()
                .satisfies(theme -> assertThat(theme.nameEn()).isEqualTo("Care nearby"));
    }

    @Test
    void a_theme_that_was_put_away_stays_on_its_courses_and_is_chosen_no_more() {
        UUID theme = region.with(ADMINISTRATOR, Themes.class, themes -> themes.add("Corona", null));
        UUID has = region.published(region.noord, aCourse().wish());
        UUID hasNot = region.published(region.noord, aCourse().wish());
        region.change(region.noord, has, form().about(theme).said());
        region.doing(ADMINISTRATOR, Themes.class, themes -> themes.retire(theme));

        region.change(region.noord, has, form().about(theme).learning("Anders").said());
        assertThat(region.shown(AgendaDatabase.visitor(), has).themes())
                .extracting(ThemeLine::name)
                .containsExactly("Corona");
        assertThatThrownBy(() ->
                        region.change(region.noord, hasNot, form().about(theme).said()))
                .isInstanceOf(NotFoundException.class);

        UUID again = region.with(ADMINISTRATOR, Themes.class, themes -> themes.add("corona", null));
        assertThatThrownBy(() -> region.doing(ADMINISTRATOR, Themes.class, themes -> themes.bringBack(theme)))
                .isInstanceOf(InvalidInputException.class);
        region.doing(ADMINISTRATOR, Themes.class, themes -> themes.retire(again));
        region.doing(ADMINISTRATOR, Themes.class, themes -> themes.bringBack(theme));
    }
}
