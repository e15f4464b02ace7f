package nl.kring.crm.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationCodeTest {

    @Test
    void a_code_is_four_groups_of_characters_that_are_not_taken_for_each_other() {
        assertThat(VerificationCode.random().text()).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
    }

    @Test
    void ten_thousand_codes_are_ten_thousand_different_ones() {
        Set<VerificationCode> codes =
                Stream.generate(VerificationCode::random).limit(10_000).collect(Collectors.toSet());
        assertThat(codes).hasSize(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10AB-CDEF-GHJK-MNPQ",
                "10abcdefghjkmnpq",
                " lo ab cd ef gh jk mn pq ",
                "IOAB—CDEF‑GHJK−MNPQ",
                "10AB.CDEF_GHJK\u00a0MNPQ\n"
            })
    void case_spaces_dashes_and_look_alikes_do_not_matter(String typed) {
        assertThat(VerificationCode.read(typed).map(VerificationCode::text)).contains("10AB-CDEF-GHJK-MNPQ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10AB-CDEF-GHJK", "10AB-CDEF-GHJK-MNPQ-R", "10AB-CDEF-GHJK-MNP%", "<script>"})
    void what_cannot_be_a_code_is_none(String typed) {
        assertThat(VerificationCode.read(typed)).isEmpty();
    }
}
