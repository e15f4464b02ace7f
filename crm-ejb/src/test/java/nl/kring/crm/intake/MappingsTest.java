package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The columns of a file of unknown shape are found, corrected, and each correction is a version. */
class MappingsTest {

    private static final byte[] UNKNOWN = IntakeFixture.text(
            "Overzicht;;;;",
            "Nr;Achternaam;Voorletters;Mobiel;Bijzonder",
            "1;Jansen;A.;0612345678;x",
            "2;Bakker;B.;0612345679;y",
            "3;Visser;C.;;x");

    @BeforeEach
    void a_register() throws SQLException, IOException {
        IntakeFixture.reset();
        IntakeFixture.create(new RegisterDefinition(
                "LIST",
                "Lijst",
                "FEA",
                null,
                null,
                null,
                null,
                null,
                "Nr",
                List.of(
                        new RegisterDefinition.Column("Achternaam", "birthName", null, Map.of()),
                        new RegisterDefinition.Column("Mobiel", "mobile", false, Map.of()))));
    }

    @Test
    void the_headers_of_an_unknown_file_are_found_with_their_meaning_and_five_values() {
        List<FoundColumn> found = IntakeFixture.withMappings("FEA", mappings -> mappings.look(null, UNKNOWN));

        assertThat(found)
                .extracting(column -> column.header() + " " + column.field() + " " + column.personal())
                .containsExactly(
                        "Nr sourceKey false",
                        "Achternaam birthName false",
                        "Voorletters initials false",
                        "Mobiel mobile true",
                        "Bijzonder ignore false");
        assertThat(found.get(4).examples()).containsExactly("x", "y");
    }

    @Test
    void each_correction_is_a_version_and_a_run_knows_its_own() {
        ImportRun first = IntakeFixture.bringIn("LIST", UNKNOWN, ImportMode.AUTO);
        IntakeFixture.withMappings("FEA", mappings -> mappings.change("LIST", corrected(), 1));
        ImportRun second = IntakeFixture.bringIn("LIST", UNKNOWN, ImportMode.AUTO);

        assertThat(List.of(first.getMappingVersion(), second.getMappingVersion()))
                .containsExactly(1, 2);
        assertThat(second.getRowsChanged()).isEqualTo(3);
        assertThat(IntakeFixture.bringIn("LIST", UNKNOWN, ImportMode.AUTO).getRowsUnchanged())
                .isEqualTo(3);
        assertThat(IntakeFixture.<List<MappingVersion>>withMappings("FEA", mappings -> mappings.versions("LIST")))
                .extracting(version -> version.number() + " " + version.lines())
                .containsExactly(
                        "2 [Achternaam = birthName, required, Mobiel = mobile, private, Bijzonder = ignore]",
                        "1 [Achternaam = birthName, required, Mobiel = mobile, required]");
    }

    @Test
    void what_becomes_private_is_so_at_once() {
        IntakeFixture.bringIn("LIST", UNKNOWN, ImportMode.AUTO);
        assertThat(mobileNumbersShown()).containsExactly("2");

        IntakeFixture.withMappings("FEA", mappings -> mappings.change("LIST", corrected(), 1));

        assertThat(mobileNumbersShown()).containsExactly("0");
    }

    @Test
    void two_who_correct_at_once_do_not_overwrite_each_other_and_others_see_nothing() {
        IntakeFixture.withMappings("FEA", mappings -> mappings.change("LIST", corrected(), 1));

        assertThatThrownBy(() -> IntakeFixture.withMappings("FEA", mappings -> mappings.change("LIST", corrected(), 1)))
                .isInstanceOf(EditConflictException.class);
        assertThatThrownBy(() -> IntakeFixture.withMappings("THOON", mappings -> mappings.columns("LIST")))
                .isInstanceOf(NotFoundException.class);
    }

    private static List<String> mobileNumbersShown() {
        return IntakeFixture.rows("select count(*) from crm.said where field = 'mobile' and not private");
    }

    private static List<RegisterDefinition.Column> corrected() {
        return List.of(
                new RegisterDefinition.Column("Achternaam", "birthName", false, true, Map.of()),
                new RegisterDefinition.Column("Mobiel", "mobile", true, false, Map.of()),
                new RegisterDefinition.Column("Bijzonder", "ignore", false, false, Map.of()));
    }
}
