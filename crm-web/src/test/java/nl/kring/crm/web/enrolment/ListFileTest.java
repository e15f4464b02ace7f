package nl.kring.crm.web.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import nl.kring.crm.platform.InvalidInputException;
import org.junit.jupiter.api.Test;

/** A file with participants becomes lines as they could have been pasted. */
class ListFileTest {

    @Test
    void a_text_with_a_name_and_an_address_is_read_by_its_header() {
        assertThat(lines("Nr;Naam;Functie;E-mail\n1;Jan van der Goor;huisarts;jan@example.nl\n;;;\n2;Piet;;\n"))
                .containsExactly("Jan van der Goor\tjan@example.nl", "Piet");
    }

    @Test
    void a_name_in_parts_is_put_together_and_numbers_go_along() {
        assertThat(lines("BIG-nummer;Voorletters;Tussenvoegsel;Achternaam\n79846351501;J.;van der;Goor\n"))
                .containsExactly("J. van der Goor\t79846351501");
    }

    @Test
    void a_spreadsheet_is_read_as_well() throws Exception {
        try (InputStream in = ListFile.class.getResourceAsStream("/demo/registers/FEA_ledenlijst.xlsx")) {
            List<String> lines = ListFile.lines(in.readAllBytes());
            assertThat(lines).hasSize(501).anyMatch(line -> line.matches("[^\\t]+\\t.*@.*"));
        }
    }

    @Test
    void what_is_no_list_and_what_has_no_column_to_find_somebody_by_is_refused() {
        for (String content : List.of("", "%PDF-1.7", "Functie;Plaats\nhuisarts;Almelo\n")) {
            assertThatThrownBy(() -> lines(content)).as(content).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void of_a_list_that_is_too_long_no_more_is_read_than_is_needed_to_refuse_it() {
        assertThat(lines("Naam\n" + String.join("\n", Collections.nCopies(3_000, "Jan"))))
                .hasSize(501);
    }

    @Test
    void a_typed_name_is_taken_apart() {
        assertThat(TypedName.of("  jan van der  goor ")).isEqualTo(new TypedName("Jan", "van der", "Goor"));
        assertThat(TypedName.of("Goor")).isEqualTo(new TypedName(null, null, "Goor"));
        assertThat(TypedName.of(" ")).isEqualTo(new TypedName(null, null, null));
    }

    private static List<String> lines(String content) {
        return ListFile.lines(content.getBytes(StandardCharsets.UTF_8));
    }
}
