package nl.kring.crm.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrittenPhoneTest {

    @Test
    void a_dutch_number_reads_as_it_is_dialled_at_home() {
        assertThat(WrittenPhone.of("+31745380504")).isEqualTo("074 538 0504");
        assertThat(WrittenPhone.of("+31612345678")).isEqualTo("06 12345678");
        assertThat(WrittenPhone.of("0745380504")).isEqualTo("074 538 0504");
    }

    @Test
    void a_foreign_number_keeps_its_country() {
        assertThat(WrittenPhone.of("+493012345678")).isEqualTo("+49 30 12345678");
        assertThat(WrittenPhone.of("00493012345678")).isEqualTo("+49 30 12345678");
    }

    @Test
    void what_is_no_number_stays_as_it_is() {
        assertThat(WrittenPhone.of("=1+1")).isEqualTo("=1+1");
        assertThat(WrittenPhone.of("12")).isEqualTo("12");
        assertThat(WrittenPhone.of("+31123")).isEqualTo("+31123");
        assertThat(WrittenPhone.of(null)).isNull();
    }

    @Test
    void what_reads_here_is_kept_as_it_was() {
        for (String kept : new String[] {"+31745380504", "+31612345678", "+493012345678", "+318001121"}) {
            assertThat(FieldRules.phone(WrittenPhone.of(kept))).isEqualTo(kept);
        }
    }
}
