package nl.kring.crm.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.registry.identifier.KvkNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers that check themselves, against a list of valid and invalid ones; docs/domain.md has the rules in words. */
class IdentifiersTest {

    @Test
    void a_big_number_has_a_check_digit() throws IOException {
        assertThat(vectors("BIG", "valid"))
                .isNotEmpty()
                .allMatch(text -> BigNumber.of(text).isPresent());
        assertThat(vectors("BIG", "invalid"))
                .isNotEmpty()
                .allMatch(text -> BigNumber.of(text).isEmpty());
    }

    @Test
    void a_postcode_has_four_digits_and_two_letters() throws IOException {
        assertThat(vectors("POSTCODE", "valid"))
                .isNotEmpty()
                .allMatch(text -> Postcode.of(text).isPresent());
        assertThat(vectors("POSTCODE", "invalid"))
                .isNotEmpty()
                .allMatch(text -> Postcode.of(text).isEmpty());
        assertThat(Postcode.of("7551ac")).contains(new Postcode("7551 AC"));
    }

    @Test
    void nine_digits_that_pass_the_eleven_test_look_like_a_citizen_service_number() throws IOException {
        assertThat(vectors("RSIN", "valid"))
                .isNotEmpty()
                .allMatch(text -> TypedText.hasCitizenServiceNumber("nummer " + text + ", zei hij"));
        assertThat(vectors("RSIN", "invalid"))
                .isNotEmpty()
                .noneMatch(text -> TypedText.hasCitizenServiceNumber("nummer " + text + ", zei hij"));
        assertThat(vectors("IBAN", "valid")).noneMatch(TypedText::hasCitizenServiceNumber);
        assertThat(vectors("BIG", "valid")).noneMatch(TypedText::hasCitizenServiceNumber);
    }

    @ParameterizedTest
    @CsvSource({"12345678, 12345678", "1234567, 01234567", "12 34 56 78, 12345678"})
    void a_number_of_the_trade_register_gets_its_zero_back(String written, String number) {
        assertThat(KvkNumber.of(written)).contains(new KvkNumber(number));
    }

    @ParameterizedTest
    @CsvSource({"123456", "11111111", "123456789", "''"})
    void something_else_is_no_number_of_the_trade_register(String written) {
        assertThat(KvkNumber.of(written)).isEmpty();
        assertThatThrownBy(() -> new KvkNumber(written)).isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @CsvSource({"01290870, 01290870", "1290870, 01290870", "01 290 870, 01290870"})
    void an_agb_code_gets_its_zero_back(String written, String code) {
        assertThat(AgbCode.of(written)).contains(new AgbCode(code));
    }

    @ParameterizedTest
    @CsvSource({"247957", "00000000", "123456789", "0129087A", "''"})
    void something_else_is_no_agb_code(String written) {
        assertThat(AgbCode.of(written)).isEmpty();
    }

    @Test
    void a_big_number_in_groups_or_without_its_zero_is_the_same_number() {
        assertThat(BigNumber.of("390 541 481 01")).contains(new BigNumber("39054148101"));
        assertThat(BigNumber.of("9193882230")).map(BigNumber::digits).contains("09193882230");
    }

    @Test
    void nobody_makes_an_invalid_number() {
        assertThatThrownBy(() -> new BigNumber("39054148102")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new AgbCode("1")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new Postcode("7551AC")).isInstanceOf(InvalidInputException.class);
    }

    private static List<String> vectors(String kind, String list) throws IOException {
        try (InputStream in = IdentifiersTest.class.getResourceAsStream("/validation_vectors.json")) {
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Matcher found = Pattern.compile(
                            "\"" + kind + "\"\\s*:\\s*\\{.*?\"" + list + "\"\\s*:\\s*\\[(.*?)]", Pattern.DOTALL)
                    .matcher(json);
            assertThat(found.find()).isTrue();
            return Arrays.stream(found.group(1).split(","))
                    .map(text -> text.strip().replace("\"", ""))
                    .toList();
        }
    }
}
