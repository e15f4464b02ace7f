package nl.kring.crm.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.intake.ImportState;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.NameUsage;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Profession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Both languages are complete: what a page, a value or a refusal needs is there, with the same arguments. */
class TextsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[^}]*}");
    private static final Pattern IN_PAGE = Pattern.compile("msg\\['([^']+)'\\s*]");
    private static final Pattern REFUSAL = Pattern.compile(
            "new (?:InvalidInput|FileRefused|Business)Exception\\(\\s*\"([a-z0-9-]+\\w)\"|super\\(\"([a-z0-9]+-[a-z0-9-]+\\w)\"");
    private static final Pattern STATE = Pattern.compile("new EditionStateException\\(\"([a-z-]+)\"");

    private static final Path DOMAIN = Path.of("../crm-ejb/src/main/java");

    private static final List<String> FILES = Texts.FILES;

    @ParameterizedTest
    @FieldSource("FILES")
    void both_languages_have_the_same_keys(String file) {
        assertThat(texts(file, "nl").keySet())
                .isNotEmpty()
                .isEqualTo(texts(file, "en").keySet());
    }

    @ParameterizedTest
    @FieldSource("FILES")
    void both_languages_take_the_same_arguments_and_lose_no_word_to_a_quote(String file) {
        Map<String, String> english = texts(file, "en");
        texts(file, "nl").forEach((key, dutch) -> {
            assertThat(dutch).as(key).isNotBlank().doesNotContain("'");
            assertThat(english.get(key)).as(key).isNotBlank().doesNotContain("'");
            assertThat(arguments(dutch)).as(key).isEqualTo(arguments(english.get(key)));
            new MessageFormat(dutch, Locale.ROOT);
        });
    }

    @Test
    void no_two_files_have_the_same_key() {
        List<String> keys = FILES.stream()
                .flatMap(file -> texts(file, "nl").keySet().stream())
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void every_text_that_a_page_shows_is_there() {
        assertThat(found(Path.of("src/main/webapp"), ".xhtml", IN_PAGE))
                .hasSizeGreaterThan(100)
                .isSubsetOf(keys());
    }

    @Test
    void every_refusal_has_its_sentence() {
        Set<String> codes = found(DOMAIN, ".java", REFUSAL);
        found(DOMAIN, ".java", STATE).forEach(state -> codes.add("agenda-" + state));
        assertThat(codes).contains("file-empty", "enrolment-full", "person-birth-date", "agenda-edition-over");
        assertThat(codes.stream().map(code -> "refusal." + code)).isSubsetOf(keys());
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("values.profession.", Profession.values()),
                Arguments.of("values.gender.", Gender.values()),
                Arguments.of("values.nameUsage.", NameUsage.values()),
                Arguments.of("values.enrolment-state.", EnrolmentState.values()),
                Arguments.of("agenda.kind.", CourseKind.values()),
                Arguments.of("agenda.state.", EditionState.values()),
                Arguments.of("agenda.unit.", SchemeUnit.values()),
                Arguments.of("attendance.unit.", SchemeUnit.values()),
                Arguments.of("intake.state.", ImportState.values()));
    }

    @ParameterizedTest
    @MethodSource("values")
    void every_value_has_a_name(String prefix, Enum<?>[] values) {
        assertThat(Stream.of(values).map(value -> prefix + value.name())).isSubsetOf(keys());
    }

    @Test
    void every_field_of_a_person_has_a_name() {
        assertThat(Stream.of(PersonField.values()).map(field -> "registry.field." + field.code()))
                .isSubsetOf(keys());
    }

    @Test
    void arguments_are_filled_in() {
        assertThat(Texts.of(Locale.forLanguageTag("nl"), "refusal.file-column-missing", "BIG-nummer"))
                .contains("BIG-nummer")
                .doesNotContain("{");
    }

    private static Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        FILES.forEach(file -> keys.addAll(texts(file, "nl").keySet()));
        return keys;
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        ARGUMENT.matcher(text).results().map(found -> found.group(1)).forEach(arguments::add);
        return arguments;
    }

    private static Map<String, String> texts(String file, String language) {
        Properties texts = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                TextsTest.class.getResourceAsStream(file + "_" + language + ".properties"), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> byKey = new TreeMap<>();
        texts.stringPropertyNames().forEach(key -> byKey.put(key, texts.getProperty(key)));
        return byKey;
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                for (MatchResult result :
                        pattern.matcher(Files.readString(file)).results().toList()) {
                    found.add(result.group(1) == null ? result.group(2) : result.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
