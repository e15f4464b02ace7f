package nl.kring.crm.registry.columns;

import static nl.kring.crm.workbench.Office.FEA;
import static nl.kring.crm.workbench.Office.THOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.workbench.Office;
import nl.kring.crm.workbench.OwnFieldKind;
import nl.kring.crm.workbench.OwnFields;
import nl.kring.crm.workbench.OwnSubject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnColumnsTest {

    private Office fea;
    private Office thoon;
    private UUID card;
    private UUID note;

    @BeforeEach
    void open() throws Exception {
        Office.reset();
        fea = Office.of(FEA);
        thoon = Office.of(THOON);
        card = define(fea, "Kerstkaart", OwnFieldKind.YES_NO);
        note = define(fea, "Bijzonderheden", OwnFieldKind.TEXT);
    }

    @Test
    void the_list_holds_whom_the_organisation_knows_by_name_with_its_own_columns() {
        UUID smit = Office.knows(FEA, Office.person("Smit"), "2");
        UUID berg = Office.knows(FEA, Office.person("Berg"), "1");
        UUID other = Office.knows(THOON, Office.person("Aarts"), "1");
        write(fea, berg, card, "ja");
        assertThat(list(fea, false, null, null, null)).containsExactly(berg, smit);
        assertThat(list(fea, true, null, null, null)).containsExactly(other, berg, smit);
        ListPage page = fea.ask(OwnColumns.class, columns -> columns.page(query(false, null, null, null)));
        assertThat(page.fields()).extracting(field -> field.name()).containsExactly("Kerstkaart", "Bijzonderheden");
        assertThat(page.rows().get(0).values())
                .containsEntry(card, OwnFieldKind.YES)
                .hasSize(1);
    }

    @Test
    void a_list_filters_on_what_stands_in_an_own_column_or_on_nothing_in_it() {
        UUID berg = Office.knows(FEA, Office.person("Berg"), "1");
        UUID smit = Office.knows(FEA, Office.person("Smit"), "2");
        write(fea, berg, card, "ja");
        write(fea, smit, card, "nee");
        write(fea, smit, note, "Belt graag ’s avonds");
        assertThat(list(fea, false, card, "ja", null)).containsExactly(berg);
        assertThat(list(fea, false, note, "graag", null)).containsExactly(smit);
        assertThat(list(fea, false, note, "%", null)).isEmpty();
        assertThat(list(fea, false, note, null, true)).containsExactly(smit);
        assertThat(list(fea, false, note, null, false)).containsExactly(berg);
    }

    @Test
    void another_organisation_neither_sees_nor_filters_nor_writes_a_column() {
        UUID berg = Office.knows(THOON, Office.knows(FEA, Office.person("Berg"), "1"), "1");
        UUID change = write(fea, berg, note, "kanarie-van-fea");
        assertThat(thoon.ask(OwnColumns.class, columns -> columns.page(query(true, null, null, null)))
                        .toString())
                .doesNotContain("kanarie", "Bijzonderheden");
        assertThat(values(thoon, OwnSubject.PERSON, berg)).isEmpty();
        assertThatThrownBy(() -> list(thoon, true, note, "kanarie", null)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> write(thoon, berg, note, "x")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> thoon.tell(OwnFields.class, fields -> fields.undo(change)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void pages_follow_each_other_without_a_gap_and_take_the_same_queries_whatever_their_size() {
        List<UUID> everybody = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            UUID person = Office.knows(FEA, Office.person("Naam " + (char) ('A' + i)), "K" + i);
            write(fea, person, card, i % 2 == 0 ? "ja" : "nee");
            everybody.add(person);
        }
        List<UUID> seen = new ArrayList<>();
        UUID after = null;
        do {
            UUID from = after;
            ListPage page = fea.ask(
                    OwnColumns.class,
                    columns -> columns.page(new ListQuery(null, null, null, null, false, 10, from, null)));
            page.rows().forEach(row -> seen.add(row.person()));
            after = page.next();
        } while (after != null);
        assertThat(seen).isEqualTo(everybody);
        long small = fea.queries(
                OwnColumns.class, columns -> columns.page(new ListQuery(null, null, null, null, false, 2, null, null)));
        long large = fea.queries(
                OwnColumns.class,
                columns -> columns.page(new ListQuery(null, null, null, null, false, 25, null, null)));
        assertThat(large).isEqualTo(small).isLessThanOrEqualTo(4);
    }

    @Test
    void on_an_earlier_day_the_list_holds_the_members_and_the_workplaces_of_that_day() {
        UUID berg = Office.person("Berg", "workplace = 'Praktijk Nieuw'");
        UUID smit = Office.person("Smit");
        for (UUID person : List.of(berg, smit)) {
            works(person, Office.organisation("Praktijk Oud van " + person, "PRACTICE"), "2015-01-01", "2022-06-30");
        }
        member(berg, "2020-01-01", null);
        member(smit, "2020-01-01", "2024-12-31");
        ListPage then = on(LocalDate.of(2022, 1, 1));
        assertThat(then.rows()).extracting(ListRow::person).containsExactly(berg, smit);
        assertThat(then.rows())
                .extracting(ListRow::workplace)
                .containsExactly("Praktijk Oud van " + berg, "Praktijk Oud van " + smit);
        assertThat(on(LocalDate.of(2024, 12, 31)).rows())
                .extracting(ListRow::workplace)
                .containsExactly(null, null);
        assertThat(on(LocalDate.of(2026, 9, 1)).rows())
                .isEqualTo(on(null).rows())
                .extracting(ListRow::workplace)
                .containsExactly("Praktijk Nieuw");
    }

    private ListPage on(LocalDate day) {
        return fea.ask(
                OwnColumns.class, columns -> columns.page(new ListQuery(null, null, null, null, false, 50, null, day)));
    }

    private static void works(UUID person, UUID organisation, String from, String to) {
        Office.run("""
                insert into crm.affiliation (id, uuid, person_id, organisation_id, role, valid_from, valid_to, created_at)
                select %d, gen_random_uuid(), p.id, o.id, 'GP', '%s', '%s', now() from crm.person p, crm.organisation o
                 where p.uuid = '%s' and o.uuid = '%s'""".formatted(Office.nextId(), from, to, person, organisation));
    }

    private static void member(UUID person, String from, String to) {
        Office.run("""
                insert into crm.membership (id, uuid, person_id, organisation_id, kind, valid_from, valid_to, created_at)
                select %d, gen_random_uuid(), p.id, 1, 'MEMBER', '%s', %s, now() from crm.person p where p.uuid = '%s'""".formatted(Office.nextId(), from, to == null ? "null" : "'" + to + "'", person));
    }

    @Test
    void what_is_written_of_somebody_who_was_merged_is_written_of_the_survivor() {
        UUID survivor = Office.knows(FEA, Office.person("Berg"), "1");
        UUID merged = Office.person("Burg");
        Office.run("update crm.person set merged_into_id = (select id from crm.person where uuid = '" + survivor
                + "') where uuid = '" + merged + "'");
        write(fea, merged, note, "zo");
        assertThat(values(fea, OwnSubject.PERSON, survivor)).containsEntry(note, "zo");
    }

    @Test
    void organisations_have_own_columns_too() {
        UUID practice = Office.organisation("Praktijk Zuid", "PRACTICE");
        UUID contract = fea.ask(
                OwnFields.class,
                fields -> fields.define(OwnSubject.ORGANISATION, "Contract", OwnFieldKind.DATE, List.of()));
        fea.tell(
                OwnColumns.class,
                columns -> columns.write(
                        OwnSubject.ORGANISATION, List.of(new Cell(practice, contract, "1-1-2026", null))));
        assertThat(values(fea, OwnSubject.ORGANISATION, practice)).containsEntry(contract, "2026-01-01");
        assertThatThrownBy(() -> fea.tell(
                        OwnColumns.class,
                        columns -> columns.write(
                                OwnSubject.PERSON, List.of(new Cell(practice, contract, "1-1-2026", null)))))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void many_persons_get_the_same_in_one_go() {
        List<UUID> persons = List.of(Office.person("Berg"), Office.person("Smit"));
        UUID change =
                fea.ask(OwnColumns.class, columns -> columns.writeForMany(OwnSubject.PERSON, card, persons, "ja"));
        assertThat(list(fea, true, card, "ja", null)).containsExactlyElementsOf(persons);
        fea.tell(OwnFields.class, fields -> fields.undo(change));
        assertThat(list(fea, true, card, "ja", null)).isEmpty();
    }

    private static UUID define(Office office, String name, OwnFieldKind kind) {
        return office.ask(OwnFields.class, fields -> fields.define(OwnSubject.PERSON, name, kind, List.of()));
    }

    private static UUID write(Office office, UUID person, UUID field, String typed) {
        return office.ask(
                OwnColumns.class,
                columns -> columns.write(OwnSubject.PERSON, List.of(new Cell(person, field, typed, null))));
    }

    private static Map<UUID, String> values(Office office, OwnSubject subject, UUID uuid) {
        return office.ask(OwnColumns.class, columns -> columns.valuesOf(subject, uuid));
    }

    private static List<UUID> list(Office office, boolean everybody, UUID field, String value, Boolean filled) {
        return office
                .ask(OwnColumns.class, columns -> columns.page(query(everybody, field, value, filled)))
                .rows()
                .stream()
                .map(ListRow::person)
                .toList();
    }

    private static ListQuery query(boolean everybody, UUID field, String value, Boolean filled) {
        return new ListQuery(null, field, value, filled, everybody, 50, null, null);
    }
}
