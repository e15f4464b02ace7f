package nl.kring.crm.web.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no page may say, whatever it is about. */
class PagesTest {

    private static final Path WEBAPP = Path.of("src/main/webapp");

    @Test
    void no_variable_takes_the_name_of_something_that_every_page_has() {
        Pattern taken =
                Pattern.compile("var(?:Status)?=\"(header|headerValues|param|paramValues|cookie|session|sessionScope"
                        + "|request|requestScope|application|applicationScope|initParam|view|viewScope|flash|resource|component|cc"
                        + "|facesContext|externalContext|empty|not|and|or|me|msg)\"");
        assertThat(pagesWith(page -> taken.matcher(page).find())).isEmpty();
    }

    @Test
    void no_text_is_written_unescaped_and_nothing_is_styled_in_the_page() {
        assertThat(pagesWith(page -> page.contains("escape=\"false\"") || page.contains(" style=\"")))
                .isEmpty();
    }

    @Test
    void a_page_that_is_posted_binds_no_input_to_its_address() {
        Pattern bound =
                Pattern.compile("<(?:h|p):(?:select|input)\\w+(?![^>]*readonly)[^>]*value=\"#\\{(?:empty )?param\\.");
        assertThat(pagesWith(page -> bound.matcher(page).find() && page.contains("<h:form")))
                .isEmpty();
    }

    private static Map<String, Boolean> pagesWith(Predicate<String> fault) {
        Map<String, Boolean> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(WEBAPP)) {
            files.filter(file -> file.toString().endsWith(".xhtml"))
                    .filter(file -> fault.test(read(file)))
                    .forEach(file -> found.put(WEBAPP.relativize(file).toString(), true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
