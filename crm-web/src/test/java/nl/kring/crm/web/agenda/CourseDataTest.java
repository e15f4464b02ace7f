package nl.kring.crm.web.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CourseDataTest {

    @Test
    void nothing_in_it_can_end_the_element_that_it_stands_in() {
        assertThat(CourseData.inScript("{\"name\":\"</script><!-- & \u2028\"}"))
                .isEqualTo("{\"name\":\"\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028\"}")
                .doesNotContain("<")
                .doesNotContain("\u2028");
    }
}
