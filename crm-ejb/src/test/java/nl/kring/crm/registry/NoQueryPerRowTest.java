package nl.kring.crm.registry;

import static nl.kring.crm.workbench.Office.FEA;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.ToIntFunction;
import nl.kring.crm.registry.affiliation.Affiliations;
import nl.kring.crm.registry.lists.Finder;
import nl.kring.crm.registry.lists.FrozenLists;
import nl.kring.crm.registry.lists.ListDifference;
import nl.kring.crm.registry.organisation.OrganisationCards;
import nl.kring.crm.registry.organisation.OrganisationLists;
import nl.kring.crm.registry.organisation.OrganisationQuery;
import nl.kring.crm.registry.succession.SuccessionKind;
import nl.kring.crm.registry.succession.SuccessionPlan;
import nl.kring.crm.registry.succession.Successions;
import nl.kring.crm.workbench.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asked for much, the database gets no more questions than asked for little, also around Hibernate. */
class NoQueryPerRowTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final int FEW = 2;
    private static final int MANY = 8;
    private static final int VERY_MANY = 60;

    private Office fea;
    private UUID practice;
    private int made;

    @BeforeEach
    void open() throws Exception {
        Office.reset();
        fea = Office.of(FEA);
        practice = Office.organisation("Praktijk Noord", "PRACTICE");
    }

    @Test
    void in_the_list_of_organisations() {
        grows(
                count -> {
                    for (int i = 0; i < count; i++) {
                        UUID organisation = Office.organisation("Praktijk " + ++made, "PRACTICE", "place = 'Goor'");
                        fact(organisation, "PATIENTS", "2500");
                        fact(organisation, "STATUS", "ACTIVE");
                    }
                },
                VERY_MANY,
                OrganisationLists.class,
                lists -> lists.browse(new OrganisationQuery(null, null, null, null, TODAY, null, 200, null)),
                page -> page.items().size(),
                3);
    }

    @Test
    void among_those_who_work_somewhere() {
        grows(
                count -> people(count, practice),
                VERY_MANY,
                Affiliations.class,
                affiliations -> affiliations.at(practice, null, null, null, 200),
                page -> page.items().size(),
                4);
    }

    @Test
    void in_the_search_box() {
        grows(
                count -> {
                    people(count, practice);
                    for (int i = 0; i < count; i++) {
                        Office.organisation("Noordster " + ++made, "PRACTICE", "search_text = ' noordster '");
                    }
                },
                MANY,
                Finder.class,
                finder -> finder.find("Noordster"),
                found -> found.persons().size() + found.organisations().size(),
                8);
    }

    @Test
    void between_a_frozen_list_and_the_same_list_later() {
        UUID list = fea.ask(
                FrozenLists.class, lists -> lists.freeze("Lijst", PersonQuery.named(null), PersonColumns.USUAL));
        people(VERY_MANY, practice);
        UUID longer = fea.ask(
                FrozenLists.class, lists -> lists.freeze("Langer", PersonQuery.named(null), PersonColumns.USUAL));
        assertThat(fea.ask(FrozenLists.class, lists -> lists.since(list, null)).added())
                .hasSize(VERY_MANY);
        long few = fea.queries(FrozenLists.class, lists -> lists.since(list, null));
        Office.run("update crm.person set display_name = display_name || ' nu', name_key = name_key || ' nu'");
        people(VERY_MANY, practice);
        ListDifference since = fea.ask(FrozenLists.class, lists -> lists.since(longer, null));
        assertThat(since.added()).hasSize(VERY_MANY);
        assertThat(since.changed()).hasSize(VERY_MANY);
        assertThat(fea.queries(FrozenLists.class, lists -> lists.since(longer, null)))
                .isEqualTo(few)
                .isLessThanOrEqualTo(5);
    }

    @Test
    void on_the_card_of_a_person() {
        UUID person = person(practice);
        grows(
                count -> says(person, count),
                VERY_MANY,
                Persons.class,
                persons -> persons.card(person),
                card -> card.fields().stream()
                        .mapToInt(field -> field.sayings().size())
                        .sum(),
                8);
        grows(
                count -> says(person, count),
                VERY_MANY,
                Persons.class,
                persons -> persons.history(person),
                List::size,
                6);
    }

    @Test
    void where_a_person_works_and_worked() {
        UUID person = person(practice);
        grows(
                count -> {
                    for (int i = 0; i < count; i++) {
                        works(person, Office.organisation("Praktijk " + ++made, "PRACTICE"));
                    }
                },
                VERY_MANY,
                Affiliations.class,
                affiliations -> affiliations.ofPerson(person, null),
                List::size,
                4);
    }

    @Test
    void on_the_card_of_an_organisation() {
        grows(
                count -> {
                    for (int i = 0; i < count; i++) {
                        fact(practice, "GP_SYSTEM", "Systeem");
                        UUID hagro = Office.organisation("Hagro " + ++made, "PRACTICE");
                        Office.run("""
                                insert into crm.organisation_relation (id, uuid, kind, from_id, to_id, created_at)
                                select %d, gen_random_uuid(), 'PART_OF', f.id, t.id, now()
                                  from crm.organisation f, crm.organisation t where f.uuid = '%s' and t.uuid = '%s'""".formatted(Office.nextId(), practice, hagro));
                    }
                },
                VERY_MANY,
                OrganisationCards.class,
                cards -> cards.card(practice, TODAY),
                card -> card.facts().size() + card.relations().size(),
                8);
    }

    @Test
    void in_what_a_succession_would_do() {
        UUID next = Office.organisation("Praktijk Zuid", "PRACTICE");
        SuccessionPlan plan =
                SuccessionPlan.of(SuccessionKind.TAKEOVER, List.of(practice), next, TODAY.plusDays(30), "overname");
        grows(
                count -> people(count, practice),
                VERY_MANY,
                Successions.class,
                successions -> successions.preview(plan),
                preview -> preview.affiliations().size(),
                15);
    }

    /** Makes few and counts, makes more and counts again: more comes back, and no more was asked (the search box stops when it has enough). */
    private <B, T> void grows(
            IntConsumer make, int more, Class<B> boundary, Function<B, T> ask, ToIntFunction<T> size, int most) {
        make.accept(FEW);
        int little = size.applyAsInt(fea.ask(boundary, ask));
        long few = fea.queries(boundary, ask);
        make.accept(more);
        assertThat(size.applyAsInt(fea.ask(boundary, ask)) - little)
                .as("there is more to show")
                .isGreaterThanOrEqualTo(more);
        assertThat(little).isGreaterThanOrEqualTo(FEW);
        assertThat(fea.queries(boundary, ask)).isLessThanOrEqualTo(few).isLessThanOrEqualTo(most);
    }

    private void people(int count, UUID organisation) {
        for (int i = 0; i < count; i++) {
            person(organisation);
        }
    }

    private UUID person(UUID organisation) {
        UUID person = fea.ask(
                Persons.class,
                persons -> persons.addByHand(new NewPerson(null)
                        .with(PersonField.BIRTH_NAME, "Noordster")
                        .with(PersonField.INITIALS, "A.")));
        works(person, organisation);
        return person;
    }

    private static void works(UUID person, UUID organisation) {
        Office.run("""
                insert into crm.affiliation (id, uuid, person_id, organisation_id, role, created_at)
                select %d, gen_random_uuid(), p.id, o.id, 'GP', now() from crm.person p, crm.organisation o
                 where p.uuid = '%s' and o.uuid = '%s'""".formatted(Office.nextId(), person, organisation));
    }

    private static void says(UUID person, int count) {
        Office.run("""
                insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at)
                select %d + i, gen_random_uuid(), p.id, 'givenName', 'Anna' || i, 1 + i %% 2, now()
                  from crm.person p, generate_series(1, %d) i where p.uuid = '%s'""".formatted(nextIds(), count, person));
    }

    private static long nextIds() {
        long first = 0;
        for (int i = 0; i <= VERY_MANY; i++) {
            first = first == 0 ? Office.nextId() : Math.min(first, Office.nextId());
        }
        return first;
    }

    private static void fact(UUID organisation, String kind, String value) {
        long id = Office.nextId();
        Office.run("""
                insert into crm.organisation_fact (id, uuid, subject_id, fact, value, valid_from, valid_to, created_at)
                select %d, gen_random_uuid(), o.id, '%s', '%s', date '1900-01-01' + %d, date '1900-01-01' + %d, now()
                  from crm.organisation o where o.uuid = '%s'""".formatted(id, kind, value, id % 30000, id % 30000, organisation));
    }
}
