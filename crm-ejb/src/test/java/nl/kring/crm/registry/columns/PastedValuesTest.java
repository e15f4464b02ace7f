package nl.kring.crm.registry.columns;

import static nl.kring.crm.workbench.Office.FEA;
import static nl.kring.crm.workbench.Office.THOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.workbench.Office;
import nl.kring.crm.workbench.OwnFieldKind;
import nl.kring.crm.workbench.OwnFields;
import nl.kring.crm.workbench.OwnSubject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedValuesTest {

    private Office fea;
    private Office thoon;
    private UUID note;
    private UUID since;
    private UUID berg;

    @BeforeEach
    void open() throws Exception {
        Office.reset();
        fea = Office.of(FEA);
        thoon = Office.of(THOON);
        note = define("Bijzonderheden", OwnFieldKind.TEXT);
        since = define("Lid sinds", OwnFieldKind.DATE);
        berg = Office.knows(
                FEA,
                Office.person(
                        "Berg",
                        "big = '39054148101'",
                        "agb = '01290870'",
                        "email = 'j.berg@example.nl'",
                        "birth_date = '1970-12-31'",
                        "search_text = ' berg van den jan '"),
                "FEA-17");
    }

    @ParameterizedTest
    @CsvSource({
        "BIG, 39054148101",
        "BIG-nummer, 390 541 481 01",
        "AGB, 1290870",
        "E-mail, J.Berg@example.nl",
        "Sleutel, FEA-17",
        "Naam, Jan van den Berg 31-12-1970",
        "Wie, FEA-17",
        "Wie, 39054148101",
        "Wie, j.berg@example.nl",
    })
    void whom_a_row_is_about_is_found_by_what_offices_have(String header, String identifier) {
        assertThat(preview(header + "\tBijzonderheden\n" + identifier + "\tzo").rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.match()).isEqualTo(PastedRow.Match.FOUND);
                    assertThat(row.person()).isEqualTo(berg);
                });
    }

    @Test
    void a_birth_date_may_stand_in_a_column_of_its_own() {
        PastePreview preview =
                preview("Naam\tGeboortedatum\tBijzonderheden\nBerg\t31-12-1970\tzo\nBerg\t30-12-1970\tx");
        assertThat(preview.rows())
                .extracting(PastedRow::match)
                .containsExactly(PastedRow.Match.FOUND, PastedRow.Match.NOT_FOUND);
        assertThat(preview.changes()).isEqualTo(1);
    }

    @Test
    void nobody_several_and_twice_are_told_apart() {
        Office.person("Berg", "email = 'samen@example.nl'");
        Office.person("Smit", "email = 'samen@example.nl'");
        PastePreview preview = preview(
                "Wie\tBijzonderheden\nniemand@example.nl\ta\nsamen@example.nl\tb\n" + "FEA-17\tc\n39054148101\td");
        assertThat(preview.rows())
                .extracting(PastedRow::match)
                .containsExactly(
                        PastedRow.Match.NOT_FOUND,
                        PastedRow.Match.AMBIGUOUS,
                        PastedRow.Match.FOUND,
                        PastedRow.Match.TWICE);
        assertThat(preview.rows()).extracting(PastedRow::number).containsExactly(2, 3, 4, 5);
    }

    @Test
    void every_cell_says_what_comes_of_it() {
        paste("Wie\tBijzonderheden\tLid sinds\nFEA-17\toud\t1-1-2020");
        PastePreview preview = preview("Wie\tLid sinds\tOnbekend\tBijzonderheden\nFEA-17\t31-02-2020\tx\tnieuw");
        assertThat(preview.unknown()).containsExactly("Onbekend");
        List<PastedCell> cells = preview.rows().get(0).cells();
        assertThat(cells.get(0).outcome()).isEqualTo(PastedCell.Outcome.REFUSED);
        assertThat(cells.get(0).refusal()).isEqualTo("own-value-date");
        assertThat(cells.get(1).outcome()).isEqualTo(PastedCell.Outcome.CHANGED);
        assertThat(cells.get(1).old()).isEqualTo("oud");
        assertThat(cells.get(1).kept()).isEqualTo("nieuw");
        List<PastedCell> same = preview("Wie\tBijzonderheden\tLid sinds\nFEA-17\t \t01-01-2020")
                .rows()
                .get(0)
                .cells();
        assertThat(same)
                .extracting(PastedCell::outcome)
                .containsExactly(PastedCell.Outcome.LEFT, PastedCell.Outcome.UNCHANGED);
    }

    @Test
    void a_block_is_written_as_it_was_shown_and_taken_back_as_a_whole() {
        String block = "Wie\tBijzonderheden\tLid sinds\nFEA-17\t=1+1\t1-1-2020\nniemand\tx\t2-2-2020";
        UUID change = paste(block);
        assertThat(values()).containsEntry(note, "=1+1").containsEntry(since, "2020-01-01");
        assertThat(preview(block).changes()).isZero();
        fea.tell(OwnFields.class, fields -> fields.undo(change));
        assertThat(values()).isEmpty();
    }

    @Test
    void what_changed_since_the_preview_is_not_overwritten() {
        String block = "Wie\tBijzonderheden\nFEA-17\tnieuw";
        PastePreview seen = preview(block);
        paste("Wie\tBijzonderheden\nFEA-17\tintussen");
        assertThatThrownBy(() -> fea.tell(PastedValues.class, values -> values.apply(block, seen.fingerprint())))
                .isInstanceOf(EditConflictException.class);
        assertThat(values()).containsEntry(note, "intussen");
    }

    @Test
    void another_organisations_keys_and_columns_are_unknown() {
        PastePreview preview =
                thoon.ask(PastedValues.class, values -> values.preview("Sleutel\tBijzonderheden\nFEA-17\tkanarie"));
        assertThat(preview.rows()).extracting(PastedRow::match).containsExactly(PastedRow.Match.NOT_FOUND);
        assertThat(preview.fields()).isEmpty();
        assertThat(preview.unknown()).containsExactly("Bijzonderheden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "alleen een kop", "Wie\tBijzonderheden"})
    void a_block_has_a_header_and_rows(String block) {
        assertThatThrownBy(() -> preview(block))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.code()).isEqualTo("paste-nothing"));
    }

    @Test
    void a_quotation_mark_breaks_no_block_and_a_quoted_cell_is_one_cell() {
        assertThat(preview("Wie\tBijzonderheden\nFEA-17\t\"t Hart")
                        .rows()
                        .get(0)
                        .cells())
                .extracting(PastedCell::typed)
                .containsExactly("\"t Hart");
        assertThat(preview("Wie\tBijzonderheden\nFEA-17\t\"regel 1\nregel 2\"").rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells().get(0).kept()).isEqualTo("regel 1 regel 2"));
    }

    @Test
    void the_number_of_queries_does_not_grow_with_the_block() {
        StringBuilder block = new StringBuilder("Wie\tBijzonderheden\n");
        long one = fea.queries(PastedValues.class, values -> values.preview(block + "FEA-17\tx"));
        for (int i = 0; i < 60; i++) {
            Office.knows(FEA, Office.person("Naam " + i), "K" + i);
            block.append("K").append(i).append("\tx").append(i).append('\n');
        }
        assertThat(preview(block.toString()).changes()).isEqualTo(60);
        assertThat(fea.queries(PastedValues.class, values -> values.preview(block.toString())))
                .isEqualTo(one);
    }

    private UUID define(String name, OwnFieldKind kind) {
        return fea.ask(OwnFields.class, fields -> fields.define(OwnSubject.PERSON, name, kind, List.of()));
    }

    private PastePreview preview(String block) {
        return fea.ask(PastedValues.class, values -> values.preview(block));
    }

    private UUID paste(String block) {
        String seen = preview(block).fingerprint();
        return fea.ask(PastedValues.class, values -> values.apply(block, seen));
    }

    private Map<UUID, String> values() {
        return fea.ask(OwnColumns.class, columns -> columns.valuesOf(OwnSubject.PERSON, berg));
    }
}
