package nl.kring.crm.registry;

import static nl.kring.crm.registry.RegistryFixture.FEA;
import static nl.kring.crm.registry.RegistryFixture.THOON;
import static nl.kring.crm.registry.RegistryFixture.person;
import static nl.kring.crm.registry.RegistryFixture.says;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.affiliation.AffiliationRole;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonListTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate IN_2022 = LocalDate.of(2022, 1, 1);

    private Connection connection;
    private EntityManager em;
    private long ids = 900_000;

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

    @Test
    void who_were_the_practice_owners_in_hengelo_on_the_first_of_january_2022() throws Exception {
        long hengelo = practice("Praktijk Hengelo", "Hengelo");
        long almelo = practice("Praktijk Almelo", "Almelo");
        affiliation(known("Adams"), hengelo, "PRACTICE_OWNER", "2010-01-01", null);
        affiliation(known("Bos"), hengelo, "PRACTICE_OWNER", "2010-01-01", "2021-12-31");
        affiliation(known("Claus"), hengelo, "PRACTICE_OWNER", "2022-01-02", null);
        affiliation(known("Dirks"), hengelo, "PRACTICE_OWNER", "2022-01-01", "2022-01-01");
        affiliation(known("Evers"), hengelo, "SALARIED_GP", null, null);
        affiliation(known("Faber"), almelo, "PRACTICE_OWNER", null, null);
        long moved = known("Groot");
        affiliation(moved, hengelo, "PRACTICE_OWNER", null, "2023-06-30");
        affiliation(moved, almelo, "PRACTICE_OWNER", "2023-07-01", null);
        long both = known("Haan");
        affiliation(both, hengelo, "LOCUM", null, null);
        affiliation(both, almelo, "PRACTICE_OWNER", null, null);
        RegistryFixture.execute(
                connection,
                "update crm.affiliation set withdrawn_at = now() where person_id = "
                        + affiliation(known("Iven"), hengelo, "PRACTICE_OWNER", null, null));

        PersonQuery question = owners("Hengelo", IN_2022);
        assertThat(names(question)).containsExactly("Adams", "Dirks", "Groot");
        assertThat(find(question).items().get(2).workplace()).isEqualTo("Praktijk Hengelo");
        assertThat(names(owners("Hengelo", null))).containsExactly("Adams", "Claus");
        assertThat(find(owners("Almelo", null)).items())
                .extracting(PersonLine::workplace)
                .containsOnly("Praktijk Almelo");
    }

    @Test
    void a_municipality_is_that_of_a_workplace_on_the_day_and_today_also_of_the_person() throws Exception {
        long hengelo = practice("Praktijk Hengelo", "Hengelo");
        affiliation(known("Adams"), hengelo, "LOCUM", "2021-01-01", "2022-06-30");
        long lives = known("Bos");
        RegistryFixture.execute(connection, "update crm.person set municipality = 'Hengelo' where id = " + lives);

        assertThat(names(new PersonQuery(null, null, null, "Hengelo", IN_2022, null, null, null)))
                .containsExactly("Adams");
        assertThat(names(new PersonQuery(null, null, null, "Hengelo", null, null, null, null)))
                .containsExactly("Bos");
    }

    @Test
    void a_membership_counts_from_its_first_to_its_last_day() throws Exception {
        long member = known("Adams");
        membership(member, THOON, "2020-01-01", "2024-12-31");
        PersonFilter ofThoon = new PersonFilter(null, null, "thoon", null, null, null, null);
        assertThat(names(filtered(ofThoon, LocalDate.of(2024, 12, 31)))).containsExactly("Adams");
        assertThat(names(filtered(ofThoon, LocalDate.of(2025, 1, 1)))).isEmpty();
        assertThat(names(filtered(ofThoon, LocalDate.of(2019, 12, 31)))).isEmpty();
    }

    @Test
    void own_columns_narrow_for_their_own_organisation_alone() throws Exception {
        long person = known("Adams");
        known("Bos");
        UUID field = ownValue(FEA, person, "vegetarisch");
        PersonFilter diet = new PersonFilter(null, null, null, null, null, field, "vegetarisch");
        PersonFilter any = new PersonFilter(null, null, null, null, null, field, null);
        PersonColumns columns = PersonColumns.of("name,own-" + field);

        assertThat(names(filtered(diet, null))).containsExactly("Adams");
        assertThat(names(filtered(any, null))).containsExactly("Adams");
        assertThat(search(FEA)
                        .find(filtered(any, null), columns, true)
                        .items()
                        .get(0)
                        .cells())
                .containsExactly("Adams", "vegetarisch");
        assertThat(search(THOON).find(filtered(diet, null), columns, true).items())
                .isEmpty();
        assertThat(search(THOON)
                        .find(PersonQuery.named("Adams"), columns, true)
                        .items()
                        .get(0)
                        .cells())
                .containsExactly("Adams", null);
    }

    @Test
    void who_lacks_something_is_listed_until_it_is_known() throws Exception {
        long workless = known("Adams");
        long works = known("Bos");
        affiliation(works, practice("Praktijk", "Almelo"), "GP", null, null);
        PersonFilter noWork = new PersonFilter(null, null, null, null, MissingData.WORKPLACE, null, null);
        assertThat(names(filtered(noWork, null))).containsExactly("Adams");
        PersonFilter noBig = new PersonFilter(null, null, null, null, MissingData.BIG, null, null);
        assertThat(names(filtered(noBig, null))).containsExactly("Adams", "Bos");
        RegistryFixture.execute(connection, "update crm.person set big = '39054148101' where id = " + workless);
        assertThat(names(filtered(noBig, null))).containsExactly("Bos");
        PersonFilter noPhone = new PersonFilter(null, null, null, null, MissingData.PHONE, null, null);
        assertThat(names(filtered(noPhone, null))).containsExactly("Adams", "Bos");
        RegistryFixture.execute(connection, "update crm.person set phone = '+31745380504' where id = " + works);
        assertThat(names(filtered(noPhone, null))).containsExactly("Adams");
    }

    @Test
    void registers_and_workplaces_narrow_and_an_unknown_one_finds_nobody() throws Exception {
        long person = known("Adams");
        says(FEA, person).register("LHV", "7").with("birth_name", "Adams").in(connection);
        new Survivorship(connection, TODAY).derive(List.of(person));
        long practice = practice("Praktijk", "Almelo");
        affiliation(person, practice, "GP", null, null);
        known("Bos");
        String uuid = RegistryFixture.value(connection, "select uuid from crm.organisation where id = " + practice);

        assertThat(names(filtered(new PersonFilter(null, null, null, "LHV", null, null, null), null)))
                .containsExactly("Adams");
        assertThat(names(filtered(new PersonFilter(null, uuid, null, null, null, null, null), null)))
                .containsExactly("Adams");
        for (String unknown : List.of("NERGENS", UUID.randomUUID().toString())) {
            assertThat(names(filtered(new PersonFilter(null, unknown, null, null, null, null, null), null)))
                    .isEmpty();
        }
    }

    @Test
    void who_is_called_so_comes_before_who_works_at_one_that_is_and_pages_go_on_from_one_to_the_other()
            throws Exception {
        for (int i = 0; i < 30; i++) {
            RegistryFixture.execute(
                    connection,
                    "update crm.person set search_text = ' aarts goor ' where id = "
                            + known("Aarts" + (char) ('a' + i % 26) + i));
            known("Goor" + (char) ('a' + i % 26) + i);
        }
        List<String> all = new ArrayList<>();
        List<PersonPage> pages = new ArrayList<>();
        String after = null;
        do {
            PersonPage page = find(new PersonQuery("goor", null, null, null, null, null, 7, after));
            pages.add(page);
            page.items().forEach(line -> all.add(line.displayName()));
            after = page.next();
        } while (after != null);
        assertThat(all).hasSize(60).doesNotHaveDuplicates();
        assertThat(all.subList(0, 30)).allMatch(name -> name.startsWith("Goor")).isSorted();
        assertThat(all.subList(30, 60))
                .allMatch(name -> name.startsWith("Aarts"))
                .isSorted();
        PersonPage page = pages.get(pages.size() - 1);
        for (int i = pages.size() - 2; i >= 0; i--) {
            page = find(new PersonQuery("goor", null, null, null, null, null, 7, page.previous()));
            assertThat(page.items()).isEqualTo(pages.get(i).items());
        }
        assertThat(page.total()).isEqualTo(60);
    }

    @Test
    void what_is_taken_along_is_everything_that_is_shown_page_by_page() throws Exception {
        for (int i = 0; i < 120; i++) {
            affiliation(known("Naam" + (1000 + i)), i % 2 == 0 ? FEA : THOON, "EMPLOYEE", null, null);
        }
        PersonQuery question = filtered(PersonFilter.doing(AffiliationRole.EMPLOYEE), null);
        PersonColumns columns = PersonColumns.of("workplace,name");
        List<List<String>> taken = new ArrayList<>();
        em.getTransaction().begin();
        search(FEA).each(question, columns, line -> taken.add(line.cells()));
        em.getTransaction().commit();
        List<List<String>> shown = new ArrayList<>();
        String after = null;
        do {
            PersonPage page = search(FEA)
                    .find(
                            new PersonQuery(null, null, null, null, null, null, 50, after, question.filter()),
                            columns,
                            false);
            page.items().forEach(line -> shown.add(line.cells()));
            after = page.next();
        } while (after != null);
        assertThat(taken).hasSize(120).isEqualTo(shown);
        assertThat(taken.get(0)).containsExactly("Federatie", "Naam1000");
    }

    @Test
    void a_page_of_two_hundred_takes_no_more_statements_than_a_page_of_one() throws Exception {
        long practice = practice("Praktijk", "Hengelo");
        for (int i = 0; i < 300; i++) {
            long person = known("Naam" + (1000 + i));
            affiliation(person, practice, "PRACTICE_OWNER", null, null);
            membership(person, FEA, null, null);
        }
        long one = statements(1);
        assertThat(statements(200)).isEqualTo(one).isLessThanOrEqualTo(4);
    }

    private long statements(int size) {
        Statistics statistics =
                em.getEntityManagerFactory().unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        PersonPage page = search(FEA)
                .find(
                        new PersonQuery(
                                null,
                                null,
                                null,
                                "Hengelo",
                                null,
                                null,
                                size,
                                null,
                                new PersonFilter(AffiliationRole.PRACTICE_OWNER, null, "FEA", null, null, null, null)),
                        PersonColumns.of("name,role,workplace,memberships,registers"),
                        true);
        assertThat(page.items()).hasSize(size);
        return statistics.getPrepareStatementCount() - before;
    }

    private PersonSearch search(Long own) {
        return new PersonSearch(em, TODAY, own);
    }

    private PersonPage find(PersonQuery query) {
        return search(FEA).find(query, PersonColumns.NO_CELLS, true);
    }

    private List<String> names(PersonQuery query) {
        PersonPage page = find(query);
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items().stream().map(PersonLine::displayName).toList();
    }

    private static PersonQuery owners(String municipality, LocalDate asOf) {
        return new PersonQuery(
                null,
                null,
                null,
                municipality,
                asOf,
                null,
                null,
                null,
                PersonFilter.doing(AffiliationRole.PRACTICE_OWNER));
    }

    private static PersonQuery filtered(PersonFilter filter, LocalDate asOf) {
        return new PersonQuery(null, null, null, null, asOf, null, null, null, filter);
    }

    private long known(String name) throws Exception {
        long person = person(connection);
        RegistryFixture.execute(connection, """
                update crm.person set display_name = '%1$s', sort_name = '%1$s', name_key = lower('%1$s'),
                       search_text = ' ' || lower('%1$s') || ' ' where id = %2$d""".formatted(name, person));
        return person;
    }

    private long practice(String name, String municipality) throws Exception {
        RegistryFixture.execute(connection, """
                insert into crm.organisation (id, uuid, name, kind, municipality, place, created_at)
                values (%d, gen_random_uuid(), '%s', 'PRACTICE', '%s', '%3$s', now())""".formatted(++ids, name, municipality));
        return ids;
    }

    private long affiliation(long person, long organisation, String role, String from, String to) throws Exception {
        RegistryFixture.execute(connection, """
                insert into crm.affiliation (id, uuid, person_id, organisation_id, role, valid_from, valid_to, created_at)
                values (%d, gen_random_uuid(), %d, %d, '%s', %s, %s, now())""".formatted(++ids, person, organisation, role, date(from), date(to)));
        return person;
    }

    private void membership(long person, long organisation, String from, String to) throws Exception {
        RegistryFixture.execute(connection, """
                insert into crm.membership (id, uuid, person_id, organisation_id, kind, valid_from, valid_to, created_at)
                values (%d, gen_random_uuid(), %d, %d, 'MEMBER', %s, %s, now())""".formatted(++ids, person, organisation, date(from), date(to)));
    }

    private UUID ownValue(long organisation, long person, String value) throws Exception {
        UUID field = UUID.randomUUID();
        RegistryFixture.execute(connection, """
                insert into crm.own_field (id, uuid, organisation_id, subject, name, kind, created_at)
                values (%d, '%s', %d, 'PERSON', 'Dieet', 'TEXT', now())""".formatted(++ids, field, organisation));
        RegistryFixture.execute(
                connection,
                "insert into crm.own_value (field_id, subject_id, value, changed_at) values (" + ids + ", " + person
                        + ", '" + value + "', now())");
        return field;
    }

    private static String date(String iso) {
        return iso == null ? "null" : "'" + iso + "'";
    }
}
