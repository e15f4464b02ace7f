package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run writes, what it refuses, and that it is all or nothing. */
class ImportRunTest {

    private static final String HEADER = "Nr;Achternaam;Voorletters;Geboortedatum;BIG;Mobiel;Functie";

    @BeforeEach
    void a_register_of_fea() throws SQLException, IOException {
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
                        new RegisterDefinition.Column("Functie", "profession", null, Map.of("7", "MIDWIFE")))));
    }

    @Test
    void columns_that_nobody_mapped_are_understood_by_their_headers() {
        ImportRun run = bring(HEADER, "1;Jansen;A.B.;03-05-1971;39054148101;0612345678;7");

        assertThat(run.getCreated()).isEqualTo(1);
        assertThat(IntakeFixture.rows("""
                select birth_name, initials, birth_date, big, mobile, profession, private_fields, linked_how
                  from crm.source_record"""))
                .containsExactly("Jansen|A.B.|1971-05-03|39054148101|+31612345678|MIDWIFE|{mobile}|NEW");
        assertThat(IntakeFixture.rows("select display_name from crm.person"))
                .hasSize(1)
                .noneMatch(String::isEmpty);
    }

    @Test
    void every_refused_row_is_kept_with_its_reason() {
        ImportRun run = bring(
                HEADER,
                ";Jansen;A.;;;;",
                "2;Bakker;B.;;;;",
                "2;Bakker;B.;;;;",
                "3;???;C.;;;;",
                "4;Test;;;;;",
                "5;Huisartsenpost;;;;;",
                "6;Visser;;;;;",
                "7;" + "x".repeat(101) + ";D.;;;;");

        assertThat(run.getRowsRead()).isEqualTo(8);
        assertThat(run.getRowsInvalid()).isEqualTo(7);
        assertThat(IntakeFixture.problems(run, true))
                .extracting(problem -> problem.getRowNumber() + " " + problem.getCode())
                .containsExactly(
                        "2 row-no-key",
                        "4 row-key-twice",
                        "5 row-no-surname",
                        "6 row-placeholder",
                        "7 row-organisation",
                        "8 row-no-person",
                        "9 row-too-long");
        assertThat(IntakeFixture.rows("select raw ->> 'Achternaam' from crm.import_problem where row_number = 6"))
                .containsExactly("Test");
    }

    @Test
    void a_row_in_which_a_separator_moved_the_cells_is_kept_out_and_a_short_one_is_not() {
        ImportRun run = bring(HEADER, "1;Jansen;A.;03-05-1971;;;7;8", "2;Bakker;B.", "3;Visser;C.;03-05-1972;;;7;;;");

        assertThat(IntakeFixture.problems(run, true))
                .extracting(problem -> problem.getRowNumber() + " " + problem.getCode())
                .containsExactly("2 row-too-many-cells");
        assertThat(IntakeFixture.rows("select source_key from crm.source_record order by 1"))
                .containsExactly("2", "3");
    }

    @Test
    void a_value_that_cannot_be_read_keeps_no_row_out() {
        ImportRun run = bring(HEADER, "1;Jansen;A.;31-02-1971;1,97570E+10;12;tovenaar");

        assertThat(run.getCreated()).isEqualTo(1);
        assertThat(IntakeFixture.problems(run, false))
                .extracting(problem -> problem.getColumnName() + " " + problem.getCode())
                .containsExactlyInAnyOrder(
                        "Geboortedatum date-unreadable",
                        "BIG identifier-scientific",
                        "Mobiel phone-invalid",
                        "Functie profession-unknown");
    }

    @Test
    void a_changed_row_is_changed_in_its_place() {
        bring(HEADER, "1;Jansen;A.;;;;", "2;Bakker;B.;;;;");
        List<String> before =
                IntakeFixture.rows("select source_key, uuid, person_id from crm.source_record order by 1");

        ImportRun run = bring(HEADER, "1;Jansen;A.;;;;", "2;Bakker-Smit;B.;;;;");

        assertThat(run.getRowsUnchanged()).isEqualTo(1);
        assertThat(run.getRowsChanged()).isEqualTo(1);
        assertThat(run.getCreated()).isZero();
        assertThat(IntakeFixture.rows("select source_key, uuid, person_id from crm.source_record order by 1"))
                .isEqualTo(before);
        assertThat(IntakeFixture.rows("select birth_name, partner_name from crm.person order by birth_name"))
                .containsExactly("Jansen|null", "Smit|Bakker");
    }

    static Stream<Arguments> broken() {
        byte[] workbook = IntakeFixture.demo("FEA_ledenlijst.xlsx");
        return Stream.of(
                arguments("empty", new byte[0], "file-empty"),
                arguments("a PDF", "%PDF-1.7 ".getBytes(StandardCharsets.US_ASCII), "file-type"),
                arguments("UTF-16", (HEADER + "\n1;Jansen;A.;;;;").getBytes(StandardCharsets.UTF_16), "file-encoding"),
                arguments("cut in half", Arrays.copyOf(workbook, workbook.length / 2), "file-workbook-broken"),
                arguments("a column missing", IntakeFixture.text("Nr;Naam", "1;Jansen"), "file-column-missing"),
                arguments(
                        "broken after thousands of rows, one of them refused",
                        IntakeFixture.text(
                                HEADER,
                                "0;;;;;;",
                                IntStream.range(1, 5000)
                                        .mapToObj(nr -> nr + ";Jansen;A.;;;;")
                                        .collect(Collectors.joining("\r\n")),
                                "5000;\"Bakker;B.;;;;"),
                        "file-quotes"),
                arguments(
                        "quotes that do not close in the last row",
                        IntakeFixture.text(HEADER, "1;Jansen;A.;;;;", "2;\"Bakker;B.;;;;"),
                        "file-quotes"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void a_broken_file_leaves_nothing_but_the_reason(String how, byte[] content, String reason) {
        ImportRun run = IntakeFixture.bringIn("LIST", content, ImportMode.AUTO);

        assertThat(run.getState()).isEqualTo(ImportState.FAILED);
        assertThat(run.getFailure()).isEqualTo(reason);
        assertThat(IntakeFixture.rows("""
                select (select count(*) from crm.person) + (select count(*) from crm.source_record)
                       + (select count(*) from crm.import_problem) + (select count(*) from crm.import_file)
                       + (select count(*) from crm.incoming_row)""")).containsExactly("0");
    }

    @Test
    void a_run_that_is_stopped_leaves_nothing() {
        ImportRun run =
                IntakeFixture.bringIn("LIST", IntakeFixture.text(HEADER, "1;Jansen;A.;;;;"), ImportMode.AUTO, 1);

        assertThat(run.getState()).isEqualTo(ImportState.CANCELLED);
        assertThat(IntakeFixture.rows(
                        "select (select count(*) from crm.person) + (select count(*) from crm.incoming_row)"))
                .containsExactly("0");
    }

    private static ImportRun bring(String... lines) {
        return IntakeFixture.bringIn("LIST", IntakeFixture.text(lines), ImportMode.AUTO);
    }
}
