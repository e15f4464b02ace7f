package nl.kring.crm.registry.organisation;

import static nl.kring.crm.registry.organisation.OrganisationFixture.as;
import static nl.kring.crm.registry.organisation.OrganisationFixture.card;
import static nl.kring.crm.registry.organisation.OrganisationFixture.day;
import static nl.kring.crm.registry.organisation.OrganisationFixture.doing;
import static nl.kring.crm.registry.organisation.OrganisationFixture.organisation;
import static nl.kring.crm.registry.organisation.OrganisationFixture.participant;
import static nl.kring.crm.registry.organisation.OrganisationFixture.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrganisationsTest {

    private UUID fea;
    private UUID hoek;

    @BeforeEach
    void reset() throws Exception {
        OrganisationFixture.reset();
        fea = participant("FEA", OrganisationKind.CARE_GROUP);
        participant("THOON", OrganisationKind.CARE_GROUP);
        hoek = organisation("Praktijk De Hoek", OrganisationKind.PRACTICE);
    }

    @ParameterizedTest
    @EnumSource(OrganisationKind.class)
    void staff_of_a_participant_write_down_an_organisation_of_any_kind(OrganisationKind kind) {
        UUID made = as("FEA", desk -> desk.organisations.create(new NewOrganisation(kind, "Nieuw")));
        assertThat(card("THOON", made, null).kind()).isEqualTo(kind);
    }

    @Test
    void a_correction_is_shown_with_who_says_it_and_withdrawing_it_restores_what_was() {
        UUID said = correct("FEA", hoek, OrganisationField.ADDRESS, "Marktstraat 3 a, 7607ab Almelo");
        OrganisationCard card = card("FEA", hoek, null);
        assertThat(card.address()).isEqualTo("Marktstraat 3 a, 7607 AB Almelo");
        assertThat(card.municipality()).isEqualTo("Almelo");
        assertThat(card.field(OrganisationField.ADDRESS).shown().organisation()).isEqualTo("FEA");
        assertThat(card.field(OrganisationField.ADDRESS).shown().mine()).isTrue();
        assertThatThrownBy(() -> doing("THOON", desk -> desk.organisations.withdraw(said)))
                .isInstanceOf(NotAllowedException.class);
        doing("FEA", desk -> desk.organisations.withdraw(said));
        assertThat(card("FEA", hoek, null).address()).isEmpty();
        assertThat(card("FEA", hoek, null).name()).isEqualTo("Praktijk De Hoek");
        assertThat(as("FEA", desk -> desk.cards.history(hoek)).stream().map(OrganisationEvent::what))
                .contains(OrganisationEvent.What.SAID, OrganisationEvent.What.WITHDRAWN);
    }

    @Test
    void a_participant_is_edited_by_its_own_staff_and_the_platform_alone() {
        correct("FEA", fea, OrganisationField.PHONE, "0546-123456");
        correct(null, fea, OrganisationField.KVK, "12345678");
        assertThatThrownBy(() -> correct("THOON", fea, OrganisationField.PHONE, "0546-654321"))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> doing(
                        "THOON", desk -> desk.relations.relate(hoek, RelationKind.CONTRACTED_BY, fea, null, null)))
                .isInstanceOf(NotAllowedException.class);
        assertThat(card("THOON", fea, null).editable()).isFalse();
        assertThat(card("FEA", fea, null).phone()).isEqualTo("+31546123456");
    }

    @Test
    void who_looked_at_an_older_state_overwrites_nothing() {
        long looked = card("FEA", hoek, null).version();
        correct("THOON", hoek, OrganisationField.PHONE, "0546-123456");
        assertThatThrownBy(() -> doing(
                        "FEA",
                        desk -> desk.organisations.correct(
                                hoek,
                                new OrganisationCorrection(OrganisationField.PHONE, "0546-654321", "gebeld", looked))))
                .isInstanceOf(EditConflictException.class);
        assertThat(card("FEA", hoek, null).phone()).isEqualTo("+31546123456");
    }

    @ParameterizedTest
    @CsvSource({
        "AGB, 1234, person-agb",
        "KVK, 123, organisation-kvk",
        "PHONE, 12, person-phone",
        "EMAIL, niets, person-email",
        "WEBSITE, http://praktijk.example.nl, organisation-website",
        "WEBSITE, javascript:alert(1), organisation-website",
        "ADDRESS, 'Marktstraat 3, 0607 AB Almelo', person-postcode",
        "NAME, '', organisation-name",
        "NAME, Praktijk 111222333, text-looks-like-bsn"
    })
    void a_value_that_cannot_be_one_is_refused_with_its_reason(OrganisationField field, String value, String code) {
        assertThatThrownBy(() -> correct("FEA", hoek, field, value))
                .isInstanceOf(InvalidInputException.class)
                .extracting(refusal -> ((InvalidInputException) refusal).code())
                .isEqualTo(code);
    }

    @Test
    void a_fact_holds_until_the_day_before_the_next_and_taking_that_back_lets_it_go_on() {
        doing("FEA", desk -> desk.facts.set(hoek, OrganisationFactKind.GP_SYSTEM, "Medicom", day("2018-01-01")));
        UUID later =
                as("FEA", desk -> desk.facts.set(hoek, OrganisationFactKind.GP_SYSTEM, "Bricks", day("2022-02-01")));
        doing("FEA", desk -> desk.facts.set(hoek, OrganisationFactKind.GP_SYSTEM, "Promedico", day("2020-02-29")));
        assertThat(facts())
                .containsExactly(
                        "Medicom|2018-01-01|2020-02-28", "Promedico|2020-02-29|2022-01-31", "Bricks|2022-02-01|null");
        assertThat(card("FEA", hoek, "2021-06-01").currentFacts().get(0).value())
                .isEqualTo("Promedico");
        doing("FEA", desk -> desk.facts.withdraw(later));
        assertThat(facts()).containsExactly("Medicom|2018-01-01|2020-02-28", "Promedico|2020-02-29|null");
    }

    @Test
    void relations_are_independent_of_each_other_and_each_has_its_days() {
        UUID post = organisation("Post Oldenzaal", OrganisationKind.OUT_OF_HOURS_POST);
        UUID service = organisation("Spoedzorg", OrganisationKind.OUT_OF_HOURS_SERVICE);
        UUID hospital = organisation("Ziekenhuis", OrganisationKind.HOSPITAL);
        UUID part =
                as("FEA", desk -> desk.relations.relate(post, RelationKind.PART_OF, service, day("2015-01-01"), null));
        doing("FEA", desk -> desk.relations.relate(post, RelationKind.SHARES_BUILDING_WITH, hospital, null, null));
        doing("FEA", desk -> desk.relations.end(part, day("2020-01-05")));
        assertThat(card("FEA", post, "2020-01-05").currentRelations()).hasSize(2);
        assertThat(card("FEA", post, "2020-01-06").currentRelations())
                .extracting(OrganisationCard.Relation::otherName)
                .containsExactly("Ziekenhuis");
        assertThat(card("FEA", service, "2020-01-06").otherRelations())
                .extracting(OrganisationCard.Relation::outgoing)
                .containsExactly(false);
        assertThatThrownBy(() -> doing(
                        "FEA",
                        desk -> desk.relations.relate(post, RelationKind.PART_OF, service, day("2019-01-01"), null)))
                .hasMessageContaining("organisation-related-already");
        assertThatThrownBy(() -> doing("FEA", desk -> desk.relations.end(part, day("2014-12-31"))))
                .hasMessageContaining("period-ends-first");
    }

    @Test
    void a_list_tells_of_the_organisations_and_the_status_on_the_reference_date() {
        UUID closed = as(
                "FEA",
                desk -> desk.organisations.create(new NewOrganisation(OrganisationKind.PRACTICE, "Praktijk Oud")
                        .existing(day("2010-01-01"), day("2020-01-05"))));
        doing(
                "FEA",
                desk -> desk.facts.set(
                        hoek, OrganisationFactKind.STATUS, PracticeStatus.SUCCESSOR_SOUGHT.name(), day("2023-01-01")));
        assertThat(names(query("praktijk", null, "2020-01-05"))).containsExactly("Praktijk De Hoek", "Praktijk Oud");
        assertThat(names(query("praktijk", null, "2020-01-06"))).containsExactly("Praktijk De Hoek");
        assertThat(names(query(null, PracticeStatus.ACTIVE, "2022-12-31"))).containsExactly("Praktijk De Hoek");
        assertThat(names(query(null, PracticeStatus.ACTIVE, null))).isEmpty();
        assertThat(names(query(null, PracticeStatus.SUCCESSOR_SOUGHT, null))).containsExactly("Praktijk De Hoek");
        assertThat(card("FEA", closed, null).there()).isFalse();
    }

    @Test
    void pages_go_on_where_the_last_one_ended_and_back_again() {
        for (int number = 10; number < 25; number++) {
            organisation("Groep " + number, OrganisationKind.GP_GROUP);
        }
        for (String sort : List.of("name", "place", "kind")) {
            OrganisationQuery first =
                    new OrganisationQuery("groep", OrganisationKind.GP_GROUP, null, null, null, sort, 10, null);
            OrganisationPage one = as("FEA", desk -> desk.lists.browse(first));
            OrganisationPage two = as("FEA", desk -> desk.lists.browse(page(first, one.next())));
            List<OrganisationLine> all = new ArrayList<>();
            as("FEA", desk -> {
                desk.lists.each(page(first, one.next()), all::add);
                return null;
            });
            assertThat(all)
                    .startsWith(one.items().toArray(OrganisationLine[]::new))
                    .containsAll(two.items());
            OrganisationPage back = as("FEA", desk -> desk.lists.browse(page(first, two.previous())));
            assertThat(one.total()).isEqualTo(15);
            assertThat(one.items()).hasSize(10).doesNotContainAnyElementsOf(two.items());
            assertThat(two.items()).hasSize(5);
            assertThat(two.next()).isNull();
            assertThat(back.items()).isEqualTo(one.items());
            assertThatThrownBy(() -> as("FEA", desk -> desk.lists.browse(page(query("x", null, null), one.next()))))
                    .hasMessageContaining("page-cursor");
        }
    }

    @Test
    void deriving_again_changes_nothing() {
        correct("FEA", hoek, OrganisationField.ADDRESS, "Marktstraat 3, 7607 AB Almelo");
        List<String> before = rows("select * from crm.organisation order by id");
        doing(
                "FEA",
                desk -> desk.em
                        .unwrap(org.hibernate.Session.class)
                        .doWork(connection -> assertThat(new OrganisationSurvivorship(connection)
                                        .derive(rows("select id from crm.organisation").stream()
                                                .map(Long::valueOf)
                                                .toList()))
                                .isZero()));
        assertThat(rows("select * from crm.organisation order by id")).isEqualTo(before);
    }

    private static OrganisationQuery page(OrganisationQuery query, String after) {
        return new OrganisationQuery(
                query.q(),
                query.kind(),
                query.municipality(),
                query.status(),
                query.asOf(),
                query.sort(),
                query.size(),
                after);
    }

    private static OrganisationQuery query(String q, PracticeStatus status, String day) {
        return new OrganisationQuery(q, null, null, status, day(day), null, null, null);
    }

    private static List<String> names(OrganisationQuery query) {
        return as("FEA", desk -> desk.lists.find(query)).items().stream()
                .map(OrganisationLine::name)
                .toList();
    }

    private static List<String> facts() {
        return rows(
                "select value, valid_from, valid_to from crm.organisation_fact where withdrawn_at is null order by valid_from");
    }

    private static UUID correct(String participant, UUID organisation, OrganisationField field, String value) {
        long version = card(participant, organisation, null).version();
        return as(
                participant,
                desk -> desk.organisations.correct(
                        organisation, new OrganisationCorrection(field, value, "gebeld", version)));
    }
}
