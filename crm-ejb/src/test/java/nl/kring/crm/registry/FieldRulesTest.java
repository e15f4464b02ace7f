package nl.kring.crm.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.kring.crm.platform.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldRulesTest {

    private final FieldRules rules = new FieldRules(Clock.fixed(Instant.parse("2026-09-01T10:00:00Z"), ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BIRTH_NAME  | '  Jansen -  Smit ' | Jansen - Smit
            BIRTH_NAME  | ’s-Gravesande      | ’s-Gravesande
            BIRTH_NAME  | Null               | Null
            INITIALS    | JP                 | J.P.
            INITIALS    | Th. A.             | Th.A.
            BIRTH_DATE  | 3-2-1970           | 1970-02-03
            BIRTH_DATE  | 1970-02-03         | 1970-02-03
            BIG         | 390 541 481 01     | 39054148101
            BIG         | 49000000181        | 49000000181
            BIG         | 99000000117        | 99000000117
            AGB         | 01290870           | 01290870
            EMAIL       | A.Berg@Example.NL  | a.berg@example.nl
            PHONE       | 053-2225645        | +31532225645
            MOBILE      | 06 - 62 68 46 95   | +31662684695
            ADDRESS     | Es 3, 7607 ab Almelo | Es 3, 7607 AB Almelo
            PROFESSION  | GP                 | GP
            WORKPLACE   | Praktijk 123456789 | Praktijk 123456789
            """)
    void a_good_value_is_kept_in_one_way_of_writing(PersonField field, String typed, String kept) {
        assertThat(rules.checked(field, new FieldValue(typed, null)).value()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BIRTH_NAME  | <script>           | person-name
            BIRTH_NAME  | =1+1               | person-name
            BIRTH_NAME  | 12345              | person-name
            INITIALS    | 1.                 | person-initials
            BIRTH_DATE  | 31-02-1970         | person-birth-date
            BIRTH_DATE  | 02-09-2026         | person-birth-date
            BIRTH_DATE  | 31-12-1899         | person-birth-date
            BIRTH_DATE  | gisteren           | person-birth-date
            BIG         | 39054148102        | person-big
            BIG         | 19012345601        | person-big
            BIG         | 3905414810         | person-big
            AGB         | 129087             | person-agb
            EMAIL       | berg@example       | person-email
            EMAIL       | berg example.nl    | person-email
            PHONE       | 12                 | person-phone
            ADDRESS     | Es 3, 0551 AC Goor | person-postcode
            ADDRESS     | Es 3, 7551 SS Goor | person-postcode
            PROFESSION  | DOCTOR             | person-choice
            WORKPLACE   | bsn 111222333      | text-looks-like-bsn
            WORKPLACE   | bsn 1112.22.333    | text-looks-like-bsn
            """)
    void a_value_that_cannot_be_is_refused_with_its_reason(PersonField field, String typed, String reason) {
        assertThatThrownBy(() -> rules.checked(field, new FieldValue(typed, null)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u202Eb", "\uD800", "a\u200Bb"})
    void what_nobody_can_read_is_refused(String typed) {
        assertThatThrownBy(() -> rules.checked(PersonField.WORKPLACE, new FieldValue(typed, null)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void an_empty_value_says_that_there_is_nothing() {
        assertThat(rules.checked(PersonField.EMAIL, new FieldValue("  ", null))).isEqualTo(new FieldValue(null, null));
    }

    @Test
    void a_reason_is_required_and_carries_no_citizen_service_number() {
        assertThatThrownBy(() -> rules.reason(" ")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> rules.reason("zie 111222333")).isInstanceOf(InvalidInputException.class);
        assertThat(rules.reason(" gebeld op 06-62684695 ")).isEqualTo("gebeld op 06-62684695");
    }

    @Test
    void only_a_surname_keeps_a_prefix() {
        assertThat(rules.checked(PersonField.BIRTH_NAME, new FieldValue("Berg", " van  der "))
                        .prefix())
                .isEqualTo("van der");
        assertThat(rules.checked(PersonField.GIVEN_NAME, new FieldValue("Jan", "van"))
                        .prefix())
                .isNull();
    }
}
