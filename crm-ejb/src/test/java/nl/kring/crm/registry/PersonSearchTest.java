package nl.kring.crm.registry;

import static nl.kring.crm.registry.RegistryFixture.FEA;
import static nl.kring.crm.registry.RegistryFixture.THOON;
import static nl.kring.crm.registry.RegistryFixture.person;
import static nl.kring.crm.registry.RegistryFixture.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonSearchTest {

    private Connection connection;
    private EntityManager em;

    @BeforeEach
    void open() throws Exception {
        connection = RegistryFixture.connect();
        RegistryFixture.reset(connection);
        em = RegistryFixture.entityManagers().createEntityManager();
    }

    @AfterEach
    void close() throws Exception {
        em.close();
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoe",
                "Zoë",
                "dykstra",
                "Dijkstra",
                "van der dijk",
                "v.d. dykstra",
                "DIJK goor",
                "jansen",
                "de vries-jansen",
                "z.m. dijkstra",
                "z.dijkstra",
                "z dijkstra",
                "ykst",
                "390 541 481 01",
                "1290870",
                "praktijk de es",
                "  dijkstra   zoë "
            })
    void a_piece_of_what_is_known_finds_somebody(String typed) throws Exception {
        zoe();
        other();
        assertThat(names(PersonQuery.named(typed))).containsExactly("Z.M. (Zoë) van der Dijkstra");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dijkstra almelo", "xyz", "%", "_", "d%a", "'", "-", "\u0000"})
    void what_is_not_known_finds_nobody(String typed) throws Exception {
        zoe();
        if (!typed.equals("\u0000")) {
            assertThat(names(PersonQuery.named(typed))).isEmpty();
        }
    }

    @Test
    void every_filter_narrows() throws Exception {
        zoe();
        other();
        assertThat(names(filtered("FEA", null, null))).containsExactly("Z.M. (Zoë) van der Dijkstra");
        assertThat(names(filtered("thoon", null, null))).containsExactly("A. Berends");
        assertThat(names(filtered(null, Profession.MIDWIFE, null))).containsExactly("A. Berends");
        assertThat(names(filtered(null, null, "Hof van Twente"))).containsExactly("Z.M. (Zoë) van der Dijkstra");
        assertThat(names(filtered("FEA", Profession.MIDWIFE, null))).isEmpty();
    }

    @Test
    void somebody_who_was_merged_is_not_listed() throws Exception {
        zoe();
        long tombstone = person(connection);
        RegistryFixture.execute(
                connection,
                "update crm.person set search_text = ' dykstra ', merged_into_id = (select min(id) from crm.person) where id = "
                        + tombstone);
        assertThat(names(PersonQuery.named("dijkstra"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"name, 7", "name, 200", "place, 64", "profession, 150"})
    void paging_over_a_thousand_persons_has_no_gap_and_no_double(String sort, int size) throws Exception {
        thousand();
        List<PersonLine> all = new ArrayList<>();
        List<List<PersonLine>> pages = new ArrayList<>();
        String after = null;
        PersonPage page;
        do {
            page = find(sort, size, after);
            assertThat(page.previous() == null).isEqualTo(after == null);
            pages.add(page.items());
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertThat(all.stream().map(PersonLine::uuid).distinct()).hasSize(1003);
        assertThat(all).hasSize(1003);
        if (sort.equals("place")) {
            assertThat(all.stream().map(PersonLine::place).filter(place -> place != null))
                    .isSortedAccordingTo(Comparator.naturalOrder());
        }
        for (int i = pages.size() - 2; i >= 0; i--) {
            page = find(sort, size, page.previous());
            assertThat(page.items()).isEqualTo(pages.get(i));
        }
        assertThat(page.previous()).isNull();
    }

    @Test
    void counting_stops_after_a_thousand() throws Exception {
        thousand();
        assertThat(find("name", 10, null).total()).isEqualTo(1001);
        assertThat(find("name", 10, null).isMoreThanCounted()).isTrue();
    }

    @Test
    void of_more_than_are_counted_who_have_two_words_those_come_first_who_are_called_so() throws Exception {
        RegistryFixture.execute(connection, """
                insert into crm.person (id, uuid, created_at, sort_name, display_name, name_key, search_text)
                select g, gen_random_uuid(), now(), n.name, n.name || g, lower(n.name), ' ' || lower(n.name) || ' hengelo berg '
                  from generate_series(5000, 6205) g,
                       lateral (select (array['Aa', 'Berg', 'Hengelo', 'Zwart'])[1 + g % 4] as name) n""");
        List<String> names = new ArrayList<>();
        List<List<PersonLine>> pages = new ArrayList<>();
        PersonPage page = null;
        do {
            page = hengeloBerg(page == null ? null : page.next());
            pages.add(page.items());
            page.items().forEach(line -> names.add(line.displayName()));
        } while (page.next() != null);
        assertThat(names).hasSize(1206).doesNotHaveDuplicates();
        assertThat(names.stream().map(name -> name.replaceAll("\\d", "")).distinct())
                .containsExactly("Hengelo", "Berg", "Aa", "Zwart");
        for (int i = pages.size() - 2; i >= 0; i--) {
            page = hengeloBerg(page.previous());
            assertThat(page.items()).isEqualTo(pages.get(i));
        }
        assertThat(page.total()).isEqualTo(1001);
    }

    private PersonPage hengeloBerg(String after) {
        return search().find(
                        new PersonQuery("hengelo berg", null, null, null, null, "name", 70, after),
                        PersonColumns.NO_CELLS,
                        true);
    }

    @ParameterizedTest
    @CsvSource({"1206, 1001", "30, 30"})
    void whoever_has_a_number_that_begins_so_is_listed_by_name_page_after_page_however_many_they_are(
            int having, int counted) throws Exception {
        RegistryFixture.execute(connection, """
                insert into crm.person (id, uuid, created_at, sort_name, display_name, name_key, search_text)
                select g, gen_random_uuid(), now(), 'P', 'P' || 9999 - g, 'p' || 9999 - g, ' p 0612' || lpad(g::text, 6, '0') || ' '
                  from generate_series(5000, 4999 + %d) g
                union all
                select g, gen_random_uuid(), now(), 'Q', 'Q', 'a', ' q 40612 ' from generate_series(8000, 8100) g""".formatted(having));
        List<String> names = new ArrayList<>();
        PersonPage page = null;
        do {
            page = search().find(
                            new PersonQuery(
                                    "06120", null, null, null, null, "name", 70, page == null ? null : page.next()),
                            PersonColumns.NO_CELLS,
                            true);
            page.items().forEach(line -> names.add(line.displayName()));
        } while (page.next() != null);
        assertThat(names).hasSize(having).doesNotHaveDuplicates().isSorted();
        assertThat(page.total()).isEqualTo(counted);
    }

    @Test
    void a_cursor_serves_only_the_question_it_was_given_for() throws Exception {
        thousand();
        String next = find("name", 10, null).next();
        for (PersonQuery other : List.of(
                new PersonQuery("berg", null, null, null, null, "name", 10, next),
                new PersonQuery(null, "FEA", null, null, null, "name", 10, next),
                new PersonQuery(null, null, null, null, null, "place", 10, next),
                new PersonQuery(null, null, null, null, null, "name", 10, next + "A"),
                new PersonQuery(null, null, null, null, null, "name", 10, "no cursor"))) {
            assertThatThrownBy(() -> search().find(other, PersonColumns.NO_CELLS, false))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("page-cursor");
        }
    }

    @Test
    void a_cursor_that_somebody_made_is_no_failure() {
        PersonQuery question = new PersonQuery(null, null, null, null, null, "name", 10, null);
        String made = new PersonCursor(false, 0, "a", "a\u0000", 1).text(question);
        assertThatThrownBy(() -> find("name", 10, made))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("page-cursor");
    }

    @Test
    void only_known_columns_sort_and_only_sensible_pages_are_given() {
        assertThatThrownBy(() -> find("birth_date; drop table crm.person", 10, null))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> find("name", 201, null)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> find("name", 0, null)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> PersonQuery.named("x".repeat(201))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_line_names_the_registers() throws Exception {
        long person = zoe();
        says(THOON, person)
                .register("OTHER", "9")
                .with("birth_name", "Dijkstra")
                .in(connection);
        assertThat(search().find(PersonQuery.named("dijkstra"), PersonColumns.NO_CELLS, false)
                        .items()
                        .get(0)
                        .registers())
                .containsExactly("OTHER", "REG");
    }

    private PersonSearch search() {
        return new PersonSearch(em, LocalDate.of(2026, 3, 2), FEA);
    }

    private PersonPage find(String sort, int size, String after) {
        return search().find(
                        new PersonQuery(null, null, null, null, null, sort, size, after), PersonColumns.NO_CELLS, true);
    }

    private static PersonQuery filtered(String organisation, Profession profession, String municipality) {
        return new PersonQuery(null, organisation, profession, municipality, null, null, null, null);
    }

    private List<String> names(PersonQuery query) {
        return search().find(query, PersonColumns.NO_CELLS, true).items().stream()
                .map(PersonLine::displayName)
                .toList();
    }

    private long zoe() throws Exception {
        long person = person(connection);
        says(FEA, person)
                .with("birth_name", "Dijkstra")
                .with("birth_prefix", "van der")
                .with("partner_name", "Vries-Jansen")
                .with("partner_prefix", "de")
                .with("initials", "Z.M.")
                .with("given_name", "Zoë")
                .with("profession", "GP")
                .with("big", "39054148101")
                .with("agb", "01290870")
                .with("practice_name", "Praktijk De Es")
                .with("postcode", "7471AB")
                .with("place", "Goor")
                .in(connection);
        new Survivorship(connection, RegistryFixture.TODAY).derive(List.of(person));
        return person;
    }

    private void other() throws Exception {
        long person = person(connection);
        says(THOON, person)
                .with("birth_name", "Berends")
                .with("initials", "A.")
                .with("profession", "MIDWIFE")
                .with("place", "Almelo")
                .in(connection);
        new Survivorship(connection, RegistryFixture.TODAY).derive(List.of(person));
    }

    /** Many of one name, and some with neither place nor profession. */
    private void thousand() throws Exception {
        RegistryFixture.execute(connection, """
                insert into crm.person (id, uuid, created_at, sort_name, display_name, workplace_place, profession)
                select g, gen_random_uuid(), now(), 'Berg' || g % 37, 'Berg' || g % 37,
                       case when g % 5 > 0 then 'Plaats' || g % 4 end, case when g % 3 > 0 then 'GP' end
                  from generate_series(5000, 6002) g""");
        assertThat(UUID.fromString(RegistryFixture.value(connection, "select min(uuid::text) from crm.person")))
                .isNotNull();
    }
}
