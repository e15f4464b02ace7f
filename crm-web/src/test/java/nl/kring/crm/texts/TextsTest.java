package nl.kring.crm.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.registry.PersonField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Pattern VALUE = Pattern.compile("(.+\\.)[A-Z][A-Z_0-9]*");

    private final Sources sources = new Sources();
    private final Set<String> keys = new Texts("nl").keySet();

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(new Texts("en").keySet()).isEqualTo(keys).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void every_text_says_something_and_can_be_filled_in(String language) {
        Texts texts = new Texts(language);
        for (String key : texts.keySet()) {
            String text = texts.getString(key);
            assertThat(text).as(key).isNotBlank().doesNotContain("'");
            assertThat(new MessageFormat(text, Locale.forLanguageTag(language)).format(new Object[] {1, 2, 3}))
                    .as(key)
                    .isNotBlank();
        }
    }

    @Test
    void both_languages_take_the_same_arguments() {
        Texts dutch = new Texts("nl");
        Texts english = new Texts("en");
        assertThat(keys)
                .allSatisfy(key ->
                        assertThat(argumentsOf(english.getString(key))).isEqualTo(argumentsOf(dutch.getString(key))));
    }

    @ParameterizedTest
    @MethodSource("nl.kring.crm.texts.ValuesWithTexts#all")
    void every_value_that_a_page_names_has_a_text(String beginning, Set<Enum<?>> values) {
        assertThat(values.stream().map(value -> beginning + value.name())).isSubsetOf(keys);
    }

    /** So that nobody adds texts for values without their values being asked for texts. */
    @Test
    void every_beginning_that_values_are_put_behind_is_known_by_its_values() {
        Set<String> known = ValuesWithTexts.all()
                .map(each -> (String) each.get()[0])
                .collect(Collectors.toCollection(HashSet::new));
        known.addAll(ValuesWithTexts.NO_ENUM);
        assertThat(keys.stream().map(VALUE::matcher).filter(Matcher::matches).map(value -> value.group(1)))
                .isSubsetOf(known);
    }

    @Test
    void every_field_of_a_person_has_a_text() {
        assertThat(Stream.of(PersonField.values()).map(field -> "registry.field." + field.code()))
                .isSubsetOf(keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void no_key_is_written_twice(String language) throws IOException {
        List<String> written = new ArrayList<>();
        for (String file : Texts.FILES) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Texts.class.getResourceAsStream(file + "_" + language + ".properties"), StandardCharsets.UTF_8))) {
                lines.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split("[=:]", 2)[0].strip())
                        .forEach(written::add);
            }
        }
        assertThat(written).doesNotHaveDuplicates().hasSameSizeAs(keys);
    }

    @Test
    void every_text_that_a_page_asks_for_exists() {
        assertThat(sources.keysOfPages()).hasSizeGreaterThan(100).isSubsetOf(keys);
    }

    @Test
    void every_beginning_that_a_page_asks_for_has_texts() {
        assertThat(sources.beginningsOfPages())
                .isNotEmpty()
                .allSatisfy(beginning -> assertThat(keys).anyMatch(key -> key.startsWith(beginning)));
    }

    @Test
    void every_refusal_has_a_text() {
        assertThat(sources.refusals())
                .contains("not-found", "account-exists", "file-empty", "agenda-edition-cancelled", "enrolment-full")
                .filteredOn(code -> !keys.contains("refusal." + code))
                .isEmpty();
    }

    @Test
    void every_text_is_used() {
        Set<String> pages = sources.keysOfPages();
        Set<String> beginnings = sources.beginningsOfPages();
        Set<String> literals = sources.literals();
        Set<String> refusals = sources.refusals();
        assertThat(keys)
                .filteredOn(key -> !pages.contains(key) && !literals.contains(key))
                .filteredOn(key -> key.startsWith("refusal.")
                        ? !isRefusal(key.substring("refusal.".length()), refusals, literals)
                        : beginnings.stream().noneMatch(key::startsWith) && !begins(key, literals))
                .isEmpty();
    }

    private static Set<String> argumentsOf(String text) {
        return Pattern.compile("\\{(\\d)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /** A code as it stands in the sources, or one that is put together around a word, like the length of a part. */
    private static boolean isRefusal(String code, Set<String> refusals, Set<String> literals) {
        return refusals.contains(code)
                || literals.contains(code)
                || literals.stream().anyMatch(end -> end.startsWith("-") && end.length() > 2 && code.endsWith(end));
    }

    /** A key that Java puts together: a string up to a dot, and something behind it. */
    private static boolean begins(String key, Set<String> literals) {
        for (int dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
            if (literals.contains(key.substring(0, dot + 1))) {
                return true;
            }
        }
        return false;
    }
}
