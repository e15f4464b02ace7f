package nl.kring.crm.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Berg   | van der | Jansen | ''     | OWN_PARTNER | J.P. | Jan  | J.P. (Jan) van der Berg-Jansen  | Berg-Jansen, van der, J.P.
            Berg   | van der | Jansen |        | OWN         | J.P. | Jan  | J.P. (Jan) van der Berg         | Berg, van der, J.P.
            Berg   | van der | Jansen |        | PARTNER     | J.P. |      | J.P. Jansen                     | Jansen, J.P.
            Berg   | van der | Vries  | de     | PARTNER_OWN | M.   |      | M. de Vries-van der Berg        | Vries-van der Berg, de, M.
            Berg   |         | Vries  | de     | OWN_PARTNER | M.   |      | M. Berg-de Vries                | Berg-de Vries, M.
            Berg   | van der |        |        | PARTNER     | M.   |      | M. van der Berg                 | Berg, van der, M.
            Berg   | van der |        |        | PARTNER_OWN | M.   |      | M. van der Berg                 | Berg, van der, M.
                   |         | Vries  | de     | OWN         | M.   |      | M. de Vries                     | Vries, de, M.
            Berg   |         | Vries  | de     |             | M.   |      | M. Berg                         | Berg, M.
            Hof    | van 't  |        |        | OWN         |      | Els  | Els van 't Hof                  | Hof, van 't, Els
            Berg   |         |        |        |             |      |      | Berg                            | Berg
            """)
    void a_name_reads_and_sorts_by_the_wish_of_its_bearer(
            String birthName,
            String birthPrefix,
            String partnerName,
            String partnerPrefix,
            NameUsage usage,
            String initials,
            String givenName,
            String display,
            String sort) {
        PersonName name =
                new PersonName(birthName, birthPrefix, partnerName, partnerPrefix, usage, initials, givenName);
        assertThat(name.display()).isEqualTo(display);
        assertThat(name.sort()).isEqualTo(sort);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Jansen-de Vries | jansen de vries
            Zoë Groß        | zoe gross
            Dijkstra        | dykstra
            Dykstra         | dykstra
            Ĳzerman         | yzerman
            van 't Hof      | van t hof
            J.P.            | jp
            Øster-Kröger    | oster kroger
            """)
    void words_are_found_however_they_are_written(String written, String folded) {
        assertThat(Folding.fold(written)).isEqualTo(folded);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "7607AB, Almelo, Almelo",
                "7471AB, -, Hof van Twente",
                "-, De Lutte, Losser",
                "-, Haarle, -",
                "7448AA, Haarle, Hellendoorn",
                "1011AA, Amsterdam, -",
                "-, -, -"
            })
    void a_postcode_or_else_a_place_tells_the_municipality(String postcode, String place, String municipality) {
        assertThat(Municipalities.of(postcode, place)).isEqualTo(municipality);
    }
}
