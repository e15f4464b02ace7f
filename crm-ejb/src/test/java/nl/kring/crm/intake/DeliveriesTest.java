package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.kring.crm.platform.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rehearsal tells what a delivery would do; a next delivery notices what is missing and takes nothing away. */
class DeliveriesTest {

    private static final String HEADER = "Nr;Achternaam;Voorletters;Geboortedatum;BIG;Mobiel";

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
                List.of(new RegisterDefinition.Column("Achternaam", "birthName", null, Map.of()))));
    }

    @Test
    void a_rehearsal_tells_with_examples_what_would_happen_and_keeps_the_file() {
        bring(
                ImportMode.AUTO,
                HEADER,
                row(1, "Jansen"),
                row(2, "Bakker"),
                row(3, "Visser"),
                row(4, "Smit"),
                row(5, "Mulder"));

        ImportRun rehearsal = bring(
                ImportMode.REHEARSE,
                HEADER,
                row(1, "Jansen"),
                row(2, "Dekker"),
                row(3, "Visser"),
                row(4, "Smit"),
                "6;Hendriks;H.;06-06-1966;;",
                "7;;X.;;;");

        assertThat(List.of(
                        rehearsal.getCreated(),
                        rehearsal.getRowsChanged(),
                        rehearsal.getRowsVanished(),
                        rehearsal.getRowsInvalid()))
                .containsExactly(1, 1, 1, 1);
        assertThat(effects(rehearsal))
                .containsExactly(
                        "CREATED 6 H. Hendriks",
                        "CHANGED 2 D. Dekker Achternaam Bakker Dekker Voorletters B. D.",
                        "VANISHED 5");
        assertThat(IntakeFixture.rows("select count(*) from crm.source_record")).containsExactly("5");
        assertThat(rehearsal.getFileUntil())
                .isEqualTo(IntakeFixture.TODAY.instant().plusSeconds(7 * 24 * 3600));
        assertThat(IntakeFixture.rows("select length(content) > 0 from crm.import_file"))
                .containsExactly("t");
    }

    @Test
    void what_was_rehearsed_is_what_happens_when_the_same_file_is_brought_in() {
        bring(ImportMode.AUTO, HEADER, row(1, "Jansen"), row(2, "Bakker"));
        String[] delivery = {HEADER, row(1, "Jansen"), row(2, "Dekker"), "9;Jansen;J.;01-01-1971;;0612345601"};

        ImportRun rehearsed = bring(ImportMode.REHEARSE, delivery);
        ImportRun applied = IntakeFixture.work(
                IntakeFixture.asStaff("FEA", (imports, deliveries) -> imports.apply(rehearsed.getUuid())));

        assertThat(effects(applied)).isEqualTo(effects(rehearsed)).isNotEmpty();
        assertThat(counts(applied)).isEqualTo(counts(rehearsed));
    }

    @Test
    void a_rehearsed_file_is_brought_in_once_and_is_gone_when_it_was_thrown_away() {
        ImportRun rehearsed = bring(ImportMode.REHEARSE, all());
        IntakeFixture.asStaff("FEA", (imports, deliveries) -> imports.apply(rehearsed.getUuid()));
        ImportRun discarded = bring(ImportMode.REHEARSE, all());
        IntakeFixture.asStaff("FEA", (imports, deliveries) -> {
            imports.discard(discarded.getUuid());
            return null;
        });

        for (ImportRun run : List.of(rehearsed, discarded)) {
            assertThatThrownBy(
                            () -> IntakeFixture.asStaff("FEA", (imports, deliveries) -> imports.apply(run.getUuid())))
                    .isInstanceOf(RunRefused.NoFile.class);
        }
    }

    @Test
    void another_organisation_does_not_find_the_run() {
        ImportRun rehearsed = bring(ImportMode.REHEARSE, all());

        assertThatThrownBy(() ->
                        IntakeFixture.asStaff("THOON", (imports, deliveries) -> imports.apply(rehearsed.getUuid())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> IntakeFixture.asStaff(
                        "THOON", (imports, deliveries) -> deliveries.missing(rehearsed.getUuid())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_row_that_is_not_delivered_any_more_is_noticed_and_loses_nothing() {
        bring(ImportMode.AUTO, all());
        List<String> persons = IntakeFixture.rows("select id, display_name, facets from crm.person order by id");

        ImportRun second = bring(ImportMode.AUTO, without(7));

        assertThat(second.getRowsVanished()).isEqualTo(1);
        assertThat(second.isVanishingHeld()).isFalse();
        assertThat(effects(second)).containsExactly("VANISHED 7");
        assertThat(missing()).containsExactly("7");
        assertThat(IntakeFixture.rows("select id, display_name, facets from crm.person order by id"))
                .isEqualTo(persons);
    }

    @Test
    void a_row_that_is_delivered_again_is_missing_no_longer() {
        bring(ImportMode.AUTO, all());
        bring(ImportMode.AUTO, without(7));

        ImportRun third = bring(ImportMode.AUTO, all());

        assertThat(third.getRowsReturned()).isEqualTo(1);
        assertThat(third.getRowsUnchanged()).isEqualTo(10);
        assertThat(missing()).isEmpty();
        assertThat(bring(ImportMode.AUTO, all()).getRowsReturned()).isZero();
    }

    @Test
    void a_row_that_is_refused_this_time_did_not_vanish() {
        bring(ImportMode.AUTO, all());

        ImportRun second = bring(
                ImportMode.AUTO,
                Stream.concat(Stream.of(without(7)), Stream.of("7;;;;;")).toArray(String[]::new));

        assertThat(second.getRowsVanished()).isZero();
        assertThat(missing()).isEmpty();
    }

    @Test
    void when_more_than_a_fifth_is_missing_nothing_follows_until_somebody_confirms() {
        bring(ImportMode.AUTO, all());

        ImportRun second = bring(ImportMode.AUTO, Stream.of(without(7)).limit(8).toArray(String[]::new));

        assertThat(second.getRowsVanished()).isEqualTo(3);
        assertThat(second.isVanishingHeld()).isTrue();
        assertThat(missing()).isEmpty();
        assertThat(effects(second)).hasSize(3);
        IntakeFixture.asStaff("FEA", (imports, deliveries) -> {
            deliveries.confirmMissing(second.getUuid());
            return null;
        });
        assertThat(missing()).hasSize(3);
        assertThat(IntakeFixture.<List<MissingRow>>asStaff(
                        "FEA", (imports, deliveries) -> deliveries.missing(second.getUuid())))
                .hasSize(3);
    }

    @Test
    void what_stands_because_of_nothing_but_a_missing_row_is_told_with_it() {
        String all =
                new String(IntakeFixture.demo("LHV_kring_Twente.csv"), StandardCharsets.ISO_8859_1).stripTrailing();
        String last = all.substring(all.lastIndexOf('\n') + 1);
        IntakeFixture.bringIn("LHV", all.getBytes(StandardCharsets.ISO_8859_1), ImportMode.AUTO);

        ImportRun second = IntakeFixture.bringIn(
                "LHV", all.substring(0, all.lastIndexOf('\n')).getBytes(StandardCharsets.ISO_8859_1), ImportMode.AUTO);
        List<MissingRow> missing =
                IntakeFixture.asStaff("LHV", (imports, deliveries) -> deliveries.missing(second.getUuid()));

        assertThat(missing).hasSize(1);
        assertThat(last).contains(missing.get(0).sourceKey());
        assertThat(missing.get(0).standings())
                .extracting(standing -> standing.kind() + " " + standing.term())
                .contains("MEMBERSHIP MEMBER");
        int proposed = IntakeFixture.asStaff(
                "LHV",
                (imports, deliveries) -> deliveries.end(
                        second.getUuid(), missing.get(0).record(), LocalDate.of(2026, 3, 1), "Niet meer geleverd"));
        assertThat(proposed).isZero();
        assertThat(IntakeFixture.rows("select kind, valid_to, derived from crm.membership where valid_to is not null"))
                .containsExactly("MEMBER|2026-03-01|f");
        assertThat(IntakeFixture.<List<MissingRow>>asStaff(
                        "LHV", (imports, deliveries) -> deliveries.missing(second.getUuid())))
                .extracting(MissingRow::decision)
                .containsExactly("ENDED");
    }

    private static List<String> missing() {
        return IntakeFixture.rows(
                "select source_key from crm.source_record where missing_run_id is not null order by 1");
    }

    private static String[] all() {
        return without(0);
    }

    private static String[] without(int left) {
        return Stream.concat(
                        Stream.of(HEADER),
                        IntStream.rangeClosed(1, 10)
                                .filter(nr -> nr != left)
                                .mapToObj(nr -> row(nr, "Naam" + "abcdefghijk".charAt(nr))))
                .toArray(String[]::new);
    }

    private static String row(int nr, String name) {
        return "%d;%s;%s.;%02d-01-1971;;06123456%02d".formatted(nr, name, name.charAt(0), nr, nr);
    }

    private static String counts(ImportRun run) {
        return List.of(
                        run.getRowsRead(),
                        run.getCreated(),
                        run.getLinkedAutomatically(),
                        run.getQueuedForReview(),
                        run.getRowsChanged(),
                        run.getMerged())
                .toString();
    }

    private static List<String> effects(ImportRun run) {
        return IntakeFixture.rows("""
                select concat_ws(' ', kind, source_key, name, nullif(array_to_string(details, ' '), ''))
                  from crm.import_effect where run_id = %d order by id""".formatted(run.getId()));
    }

    private static ImportRun bring(ImportMode mode, String... lines) {
        return IntakeFixture.bringIn("LIST", IntakeFixture.text(lines), mode);
    }
}
