package nl.kring.crm.demo;

import static nl.kring.crm.database.Wired.wired;
import static nl.kring.crm.registry.organisation.OrganisationFixture.as;
import static nl.kring.crm.registry.organisation.OrganisationFixture.card;
import static nl.kring.crm.registry.organisation.OrganisationFixture.day;
import static nl.kring.crm.registry.organisation.OrganisationFixture.doing;
import static nl.kring.crm.registry.organisation.OrganisationFixture.execute;
import static nl.kring.crm.registry.organisation.OrganisationFixture.participant;
import static nl.kring.crm.registry.organisation.OrganisationFixture.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.registry.organisation.NewOrganisation;
import nl.kring.crm.registry.organisation.OrganisationCard;
import nl.kring.crm.registry.organisation.OrganisationFactKind;
import nl.kring.crm.registry.organisation.OrganisationFixture;
import nl.kring.crm.registry.organisation.OrganisationKind;
import nl.kring.crm.registry.succession.SuccessionKind;
import nl.kring.crm.registry.succession.SuccessionOutcome;
import nl.kring.crm.registry.succession.SuccessionPlan;
import nl.kring.crm.registry.succession.SuccessionPreview;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwenteStructureTest {

    @BeforeEach
    void build() throws Exception {
        OrganisationFixture.reset();
        participant("FEA", OrganisationKind.CARE_GROUP);
        participant("THOON", OrganisationKind.CARE_GROUP);
        participant("CHPA", OrganisationKind.OUT_OF_HOURS_SERVICE);
        participant("SHT", OrganisationKind.OUT_OF_HOURS_SERVICE);
        participant("LHV", OrganisationKind.REGIONAL_ASSOCIATION);
        participant("WDH", OrganisationKind.CME_BODY);
        doing(null, desk -> structure(desk).build());
        for (String name : List.of("Bakker", "Visser", "Jansen", "Mulder")) {
            execute(
                    "insert into crm.person (id, uuid, display_name, created_at) values (nextval('crm.entity_seq'), gen_random_uuid(), '"
                            + name + "', now())");
        }
        works("Bakker", "SHT", "DUTY_GP", "2015-01-01", null);
        works("Bakker", "THOON", "BOARD_MEMBER", null, "2023-12-31");
        works("Visser", "SHT", "TRIAGE_ASSISTANT", "2022-05-01", null);
        works("Jansen", "SHT", "DUTY_GP", "2010-01-01", "2022-04-30");
        works("Mulder", "SHT", "EMPLOYEE", "2018-01-01", "2022-06-30");
        works("Mulder", "THOON", "EMPLOYEE", "2019-01-01", null);
        belongs("Bakker", "THOON", "2012-01-01", null);
        belongs("Visser", "THOON", "2023-01-01", null);
    }

    @Test
    void the_region_of_each_year_is_shown_as_it_was() {
        assertThat(parts("SHT", "2020-01-05"))
                .containsExactly("Huisartsenpost Enschede", "Huisartsenpost Hengelo", "Huisartsenpost Oldenzaal");
        assertThat(parts("SHT", "2020-01-06")).containsExactly("Huisartsenpost Enschede", "Huisartsenpost Hengelo");
        assertThat(parts("FEA", "2020-06-01")).hasSize(5);
        assertThat(parts("FEA", "2021-06-01")).hasSize(6);
        assertThat(parts("WDH", "2019-01-01")).hasSize(3);
        assertThat(card(null, uuid("HZT"), "2021-12-31").there()).isFalse();
        assertThat(card(null, uuid("TFO"), "2023-01-01").there()).isTrue();
        assertThat(rows("select count(*), count(municipality) from crm.organisation where kind = 'MUNICIPALITY'"))
                .containsExactly("14|14");
    }

    @Test
    void looking_at_the_succession_of_2022_writes_nothing() {
        List<String> before = dump();
        SuccessionPreview preview =
                as(null, desk -> desk.successions.preview(structure(desk).theMerger()));
        assertThat(preview.affiliations())
                .extracting(moved -> moved.who() + " " + moved.what())
                .containsExactlyInAnyOrder(
                        "Bakker DUTY_GP",
                        "Bakker BOARD_MEMBER",
                        "Visser TRIAGE_ASSISTANT",
                        "Mulder EMPLOYEE",
                        "Mulder EMPLOYEE");
        assertThat(preview.membershipCount()).isEqualTo(2);
        assertThat(preview.relations())
                .extracting(SuccessionPreview.Moved::who)
                .contains("Huisartsenpost Enschede", "Menzis", "Huisartsenzorg Twente (HZT)");
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void the_succession_of_2022_moves_work_and_membership_and_leaves_persons_alone() {
        List<String> persons = rows("select to_jsonb(p) - 'links' - 'facets' from crm.person p order by id");
        doing(null, desk -> structure(desk).merge());
        assertThat(work("SHT"))
                .containsExactly(
                        "Bakker|DUTY_GP|2015-01-01|2022-04-30",
                        "Jansen|DUTY_GP|2010-01-01|2022-04-30",
                        "Mulder|EMPLOYEE|2018-01-01|2022-04-30");
        assertThat(work("SHT-THOON"))
                .containsExactly(
                        "Bakker|BOARD_MEMBER|2022-05-01|2023-12-31",
                        "Bakker|DUTY_GP|2022-05-01|null",
                        "Mulder|EMPLOYEE|2022-05-01|null",
                        "Visser|TRIAGE_ASSISTANT|2022-05-01|null");
        assertThat(rows(
                        "select m.valid_from, m.valid_to from crm.membership m join crm.organisation o on o.id = m.organisation_id"
                                + " where o.code = 'SHT-THOON' and m.withdrawn_at is null order by 1"))
                .containsExactly("2022-05-01|null", "2023-01-01|null");
        assertThat(parts("SHT-THOON", "2022-05-01"))
                .containsExactly("Huisartsenpost Enschede", "Huisartsenpost Hengelo");
        assertThat(parts("SHT", "2022-05-01")).isEmpty();
        assertThat(card(null, uuid("SHT-THOON"), null).predecessors())
                .extracting(OrganisationCard.Relation::otherName)
                .containsExactly("Organisatie SHT", "Organisatie THOON");
        assertThat(card(null, uuid("THOON"), null).successors()).hasSize(1);
        assertThat(rows("select to_jsonb(p) - 'links' - 'facets' from crm.person p order by id"))
                .isEqualTo(persons);
    }

    @Test
    void the_succession_of_2022_goes_back_exactly() {
        List<String> before = dump();
        UUID merger = as(null, desk -> structure(desk).merge());
        assertThat(dump()).isNotEqualTo(before);
        doing(null, desk -> desk.successions.undo(merger));
        assertThat(dump()).isEqualTo(before);
        doing(null, desk -> desk.successions.undo(merger));
        assertThat(dump()).isEqualTo(before);
        UUID again = as(null, desk -> structure(desk).merge());
        doing(null, desk -> desk.successions.undo(again));
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void what_was_added_after_the_succession_stays_when_it_goes_back_and_is_told() {
        List<String> before = dump();
        UUID merger = as(null, desk -> structure(desk).merge());
        works("Jansen", "SHT-THOON", "CHAIR", "2023-01-01", null);
        execute("update crm.affiliation set created_at = '2026-03-03' where role = 'CHAIR'");
        doing(null, desk -> desk.successions.undo(merger));
        List<String> after = dump();
        assertThat(after).containsAll(before).hasSize(before.size() + 1);
        SuccessionOutcome outcome = as(null, desk -> desk.successions.get(merger));
        assertThat(outcome.undoneAt()).isNotNull();
        assertThat(outcome.added()).extracting(SuccessionPreview.Moved::who).containsExactly("Jansen");
    }

    @Test
    void what_somebody_changed_after_the_succession_is_not_thrown_away_when_it_goes_back() {
        UUID merger = as(null, desk -> structure(desk).merge());
        execute("update crm.affiliation a set valid_to = '2024-12-31', version = a.version + 1 from crm.organisation o"
                + " where o.id = a.organisation_id and o.code = 'SHT-THOON' and a.role = 'DUTY_GP'");
        doing(null, desk -> desk.successions.undo(merger));
        assertThat(work("SHT-THOON")).containsExactly("Bakker|DUTY_GP|2022-05-01|2024-12-31");
        assertThat(work("SHT")).contains("Bakker|DUTY_GP|2015-01-01|2022-04-30");
        assertThat(as(null, desk -> desk.successions.get(merger)).added())
                .extracting(SuccessionPreview.Moved::who)
                .containsExactly("Bakker");
    }

    @Test
    void a_participant_ends_by_its_own_staff_or_the_platform_alone() {
        assertThatThrownBy(() -> doing("SHT", desk -> structure(desk).merge())).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> doing(
                        "FEA", desk -> desk.successions.preview(structure(desk).theMerger())))
                .isInstanceOf(NotAllowedException.class);
        UUID merger = as(null, desk -> structure(desk).merge());
        assertThatThrownBy(() -> doing("THOON", desk -> desk.successions.undo(merger)))
                .isInstanceOf(NotAllowedException.class);
    }

    @Test
    void a_practice_that_is_taken_over_is_closed_and_its_patients_are_added() {
        UUID oud = practice("Praktijk Oud", "PR-OUD", 2000);
        UUID nieuw = practice("Praktijk Nieuw", "PR-NIEUW", 3000);
        works("Bakker", "PR-OUD", "PRACTICE_OWNER", "2010-01-01", null);
        List<String> before = dump();
        UUID takeover = as(
                "FEA",
                desk -> desk.successions.apply(SuccessionPlan.of(
                        SuccessionKind.TAKEOVER, List.of(oud), nieuw, day("2024-01-01"), "Overname")));
        assertThat(card("FEA", oud, "2024-01-01").there()).isFalse();
        assertThat(card("FEA", oud, "2023-12-31").there()).isTrue();
        assertThat(card("FEA", oud, "2024-01-01").currentFacts())
                .extracting(OrganisationCard.Fact::value)
                .containsExactly("CLOSED");
        assertThat(card("FEA", nieuw, "2024-01-01").currentFacts())
                .extracting(OrganisationCard.Fact::value)
                .containsExactly("5000");
        assertThat(card("FEA", nieuw, "2023-12-31").currentFacts())
                .extracting(OrganisationCard.Fact::value)
                .containsExactly("3000");
        assertThat(work("PR-NIEUW")).containsExactly("Bakker|PRACTICE_OWNER|2024-01-01|null");
        doing("FEA", desk -> desk.successions.undo(takeover));
        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void of_a_split_everybody_goes_where_was_chosen_and_who_was_not_chosen_stays() {
        UUID samen = practice("Praktijk Samen", "PR-SAMEN", 4000);
        UUID links = practice("Praktijk Links", "PR-LINKS", 0);
        UUID rechts = practice("Praktijk Rechts", "PR-RECHTS", 0);
        works("Bakker", "PR-SAMEN", "PRACTICE_OWNER", "2010-01-01", null);
        works("Visser", "PR-SAMEN", "PRACTICE_OWNER", "2010-01-01", null);
        works("Jansen", "PR-SAMEN", "DOCTORS_ASSISTANT", "2010-01-01", null);
        List<String> before = dump();
        Map<UUID, UUID> chosen = Map.of(place("Bakker", "PR-SAMEN"), links, place("Visser", "PR-SAMEN"), rechts);
        UUID split = as(
                "FEA",
                desk -> desk.successions.apply(new SuccessionPlan(
                        SuccessionKind.SPLIT,
                        List.of(samen),
                        List.of(links, rechts),
                        day("2024-01-01"),
                        "Splitsing",
                        chosen)));
        assertThat(work("PR-LINKS")).containsExactly("Bakker|PRACTICE_OWNER|2024-01-01|null");
        assertThat(work("PR-RECHTS")).containsExactly("Visser|PRACTICE_OWNER|2024-01-01|null");
        assertThat(work("PR-SAMEN")).contains("Jansen|DOCTORS_ASSISTANT|2010-01-01|null");
        assertThat(card("FEA", samen, "2024-01-01").there()).isTrue();
        doing("FEA", desk -> desk.successions.undo(split));
        assertThat(dump()).isEqualTo(before);
        assertThatThrownBy(() -> doing(
                        "FEA",
                        desk -> desk.successions.preview(new SuccessionPlan(
                                SuccessionKind.SPLIT,
                                List.of(samen),
                                List.of(links),
                                day("2024-01-01"),
                                "x",
                                Map.of(place("Bakker", "SHT"), links)))))
                .isInstanceOf(InvalidInputException.class);
    }

    private static TwenteStructure structure(OrganisationFixture.Desk desk) {
        return wired(new TwenteStructure(), desk.organisations, desk.relations, desk.successions);
    }

    private static UUID practice(String name, String code, int patients) {
        UUID made = as(
                "FEA",
                desk -> desk.organisations.create(new NewOrganisation(OrganisationKind.PRACTICE, name).called(code)));
        if (patients > 0) {
            doing("FEA", desk -> desk.facts.set(made, OrganisationFactKind.PATIENTS, "" + patients, day("2020-01-01")));
        }
        return made;
    }

    /** Everything that holds, without what only counts changes. */
    private static List<String> dump() {
        List<String> all = new ArrayList<>();
        for (String table : List.of("affiliation", "membership", "organisation_relation", "organisation_fact")) {
            all.addAll(rows("select '" + table + "', to_jsonb(t) - 'version' from crm." + table
                    + " t where t.withdrawn_at is null order by t.id"));
        }
        all.addAll(rows("select to_jsonb(o) - 'version' from crm.organisation o order by o.id"));
        return all;
    }

    private static List<String> work(String code) {
        return rows("select p.display_name, a.role, a.valid_from, a.valid_to from crm.affiliation a"
                + " join crm.person p on p.id = a.person_id join crm.organisation o on o.id = a.organisation_id"
                + " where o.code = '" + code + "' and a.withdrawn_at is null order by 1, 2");
    }

    private static UUID place(String person, String code) {
        return UUID.fromString(rows("select a.uuid from crm.affiliation a join crm.person p on p.id = a.person_id"
                        + " join crm.organisation o on o.id = a.organisation_id where o.code = '" + code
                        + "' and p.display_name = '" + person + "'")
                .get(0));
    }

    private static List<String> parts(String code, String day) {
        return card(null, uuid(code), day).currentRelations().stream()
                .filter(each -> !each.outgoing() && each.kind().name().equals("PART_OF"))
                .map(OrganisationCard.Relation::otherName)
                .toList();
    }

    private static UUID uuid(String code) {
        return UUID.fromString(rows("select uuid from crm.organisation where code = '" + code + "'")
                .get(0));
    }

    private static void works(String person, String code, String role, String from, String to) {
        execute(
                "insert into crm.affiliation (id, uuid, person_id, organisation_id, role, valid_from, valid_to, derived, created_at)"
                        + " select nextval('crm.entity_seq'), gen_random_uuid(), p.id, o.id, '" + role + "', "
                        + quoted(from) + ", "
                        + quoted(to)
                        + ", true, '2026-03-01' from crm.person p, crm.organisation o where p.display_name = '" + person
                        + "' and o.code = '" + code + "'");
    }

    private static void belongs(String person, String code, String from, String to) {
        execute(
                "insert into crm.membership (id, uuid, person_id, organisation_id, kind, valid_from, valid_to, derived, created_at)"
                        + " select nextval('crm.entity_seq'), gen_random_uuid(), p.id, o.id, 'MEMBER', " + quoted(from)
                        + ", " + quoted(to)
                        + ", true, '2026-03-01' from crm.person p, crm.organisation o where p.display_name = '" + person
                        + "' and o.code = '" + code + "'");
    }

    private static String quoted(String day) {
        return day == null ? "null" : "date '" + day + "'";
    }
}
