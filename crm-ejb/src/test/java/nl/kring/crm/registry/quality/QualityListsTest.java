package nl.kring.crm.registry.quality;

import static nl.kring.crm.workbench.Office.FEA;
import static nl.kring.crm.workbench.Office.THOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.registry.AgbCode;
import nl.kring.crm.registry.BigNumber;
import nl.kring.crm.registry.PersonLists;
import nl.kring.crm.workbench.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QualityListsTest {

    private static final String BIG = "big = '39054148101'";
    private static final String AGB = "agb = '01290870'";

    private Office fea;
    private Office thoon;

    @BeforeEach
    void open() throws Exception {
        Office.reset();
        fea = Office.of(FEA);
        thoon = Office.of(THOON);
    }

    @Test
    void a_gp_has_a_big_number_and_an_agb_code() {
        known("Zonder BIG", "profession = 'GP'", AGB);
        known("Zonder AGB", "profession = 'LOCUM_GP'", BIG);
        known("Compleet", "profession = 'GP'", BIG, AGB);
        known("Assistent", "profession = 'DOCTORS_ASSISTANT'");
        known("In opleiding", "profession = 'GP_TRAINEE'", BIG);
        assertThat(names(QualityList.MISSING_BIG)).containsExactly("Zonder BIG");
        assertThat(names(QualityList.MISSING_AGB)).containsExactly("Zonder AGB");
        assertThat(fields(QualityList.MISSING_BIG)).containsExactly("big");
        assertThat(fields(QualityList.MISSING_AGB)).containsExactly("agb");
    }

    @Test
    void a_value_that_cannot_be_is_named_with_the_field_that_mends_it() {
        known("Big", "big = '39054148102'");
        known("Agb", "agb = '00000000'");
        known("Mail", "email = 'jan@'");
        known("Postcode", "workplace_postcode = '7551 SS'");
        known("Telefoon", "phone = '0740'");
        known("Goed", BIG, AGB, "email = 'a@example.nl'", "workplace_postcode = '7551 AC'", "phone = '+31740160995'");
        known("Twee", "email = 'x'", "agb = '1'");
        assertThat(names(QualityList.INVALID_VALUE))
                .containsExactly("Agb", "Big", "Mail", "Postcode", "Telefoon", "Twee");
        assertThat(fields(QualityList.INVALID_VALUE))
                .containsExactly("agb", "big", "email", "address", "phone", "agb", "email");
        assertThat(page(QualityList.INVALID_VALUE).lines().get(5).values()).containsExactly("1", "x");
    }

    @Test
    void a_number_that_somebody_accounted_for_is_left_alone() {
        UUID odd = known("Vreemd", "big = '39054148102'");
        Office.run("""
                insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at, override_reason)
                select %d, gen_random_uuid(), id, 'big', '39054148102', 1, now(), 'zo staat het in het BIG-register'
                  from crm.person where uuid = '%s'""".formatted(Office.nextId(), odd));
        assertThat(names(QualityList.INVALID_VALUE)).isEmpty();
        Office.run("update crm.statement set withdrawn_at = now()");
        assertThat(names(QualityList.INVALID_VALUE)).containsExactly("Vreemd");
    }

    @Test
    void the_database_and_the_product_agree_on_which_numbers_can_be() {
        Random random = new Random(20260901);
        List<String> numbers = new ArrayList<>(List.of(
                "39054148101",
                "39054148102",
                "38054148101",
                "09193882230",
                "x9054148101",
                "3905414810",
                "01290870",
                "00000000",
                "1234567",
                "99999999",
                "١٢٣٤٥٦٧٨",
                "",
                "01290870 "));
        for (int i = 0; i < 4_000; i++) {
            numbers.add("%d9%09d".formatted(random.nextInt(10), random.nextInt(1_000_000_000)));
            numbers.add("%08d".formatted(random.nextInt(100_000_000)));
        }
        String all = numbers.stream().map(n -> "('" + n + "')").collect(Collectors.joining(","));
        String big = Office.value(
                "select string_agg(n, '|' order by n) from (values " + all + ") v (n) where crm.is_big(n)");
        String agb = Office.value(
                "select string_agg(n, '|' order by n) from (values " + all + ") v (n) where crm.is_agb(n)");
        assertThat(big.split("\\|"))
                .containsExactlyInAnyOrderElementsOf(numbers.stream()
                        .filter(n -> BigNumber.of(n)
                                .map(BigNumber::digits)
                                .filter(n::equals)
                                .isPresent())
                        .toList())
                .hasSizeGreaterThan(300);
        assertThat(agb.split("\\|"))
                .containsExactlyInAnyOrderElementsOf(numbers.stream()
                        .filter(n -> AgbCode.of(n)
                                .map(AgbCode::digits)
                                .filter(n::equals)
                                .isPresent())
                        .toList())
                .hasSizeGreaterThan(3_000);
    }

    @Test
    void an_address_is_missing_or_shared_by_several_unless_it_is_marked_as_shared() {
        known("Zonder");
        known("Een", "email = 'een@example.nl'");
        known("Twee", "email = 'twee@example.nl'");
        Office.person("Twee van elders", "email = 'twee@example.nl'");
        known("Balie", "email = 'balie@example.nl'", "email_shared = true");
        known("Ook balie", "email = 'balie@example.nl'", "email_shared = true");
        assertThat(names(QualityList.NO_EMAIL)).containsExactly("Zonder");
        assertThat(names(QualityList.SHARED_EMAIL)).containsExactly("Twee");
        assertThat(page(QualityList.SHARED_EMAIL).lines().get(0).values()).containsExactly("twee@example.nl");
    }

    @Test
    void whoever_nobody_confirmed_for_a_year_is_on_the_list_until_somebody_does() {
        UUID old = known("Oud", "created_at = '2020-01-01'", "confirmed_at = '2025-08-31 21:59:59Z'");
        known("Net niet", "created_at = '2020-01-01'", "confirmed_at = '2025-08-31 22:00:00Z'");
        known("Nooit", "created_at = '2020-01-01'");
        known("Nieuw");
        assertThat(names(QualityList.NOT_CONFIRMED)).containsExactly("Nooit", "Oud");
        fea.tell(PersonLists.class, lists -> lists.confirm(List.of(old)));
        assertThat(names(QualityList.NOT_CONFIRMED)).containsExactly("Nooit");
    }

    @Test
    void nobody_works_at_a_practice_that_is_closed() {
        UUID closed = Office.organisation("Gesloten", "PRACTICE");
        UUID ended = Office.organisation("Opgeheven", "PRACTICE", "valid_to = '2026-08-31'");
        UUID lastDay = Office.organisation("Nog vandaag", "PRACTICE", "valid_to = '2026-09-01'");
        Office.run("""
                insert into crm.organisation_fact (id, uuid, subject_id, fact, value, valid_from, created_at)
                select %d, gen_random_uuid(), id, 'STATUS', 'CLOSED', '2026-01-01', now()
                  from crm.organisation where uuid = '%s'""".formatted(Office.nextId(), closed));
        worksAt(known("A"), closed, null);
        worksAt(known("B"), ended, null);
        worksAt(known("C"), lastDay, null);
        worksAt(known("D"), closed, "2026-08-31");
        assertThat(names(QualityList.CLOSED_PRACTICE)).containsExactly("A", "B");
        assertThat(page(QualityList.CLOSED_PRACTICE).lines().get(0).values()).containsExactly("Gesloten");
    }

    @Test
    void two_practices_that_are_there_now_have_two_codes() {
        UUID one = Office.organisation("Noord", "PRACTICE", AGB);
        UUID other = Office.organisation("Zuid", "PRACTICE", AGB);
        Office.organisation("Van vroeger", "PRACTICE", AGB, "valid_to = '2020-12-31'");
        UUID single = Office.organisation("West", "PRACTICE", "agb = '01290871'");
        for (UUID practice : List.of(one, single)) {
            Office.run("""
                    insert into crm.membership (id, uuid, holder_id, organisation_id, kind, created_at)
                    select %d, gen_random_uuid(), id, 1, 'MEMBER', now() from crm.organisation where uuid = '%s'""".formatted(Office.nextId(), practice));
        }
        QualityPage page = page(QualityList.SAME_AGB);
        assertThat(page.lines()).extracting(QualityLine::uuid).containsExactly(one);
        assertThat(page.lines().get(0).values().get(0)).isEqualTo("01290870");
        assertThat(page.lines().get(0).values().get(1)).contains("Zuid");
        assertThat(number(QualityList.SAME_AGB).now()).isEqualTo(1);
        Office.run("update crm.organisation set agb = '01290872' where uuid = '" + other + "'");
        assertThat(number(QualityList.SAME_AGB).now()).isZero();
    }

    @Test
    void an_organisation_looks_after_whom_it_knows_and_its_members() {
        known("Van FEA", "profession = 'GP'");
        UUID member = Office.person("Lid van THOON", "profession = 'GP'");
        UUID former = Office.person("Oud-lid van THOON", "profession = 'GP'");
        for (UUID person : List.of(member, former)) {
            Office.run("""
                    insert into crm.membership (id, uuid, person_id, organisation_id, kind, valid_to, created_at)
                    select %d, gen_random_uuid(), id, 2, 'MEMBER', %s, now() from crm.person where uuid = '%s'""".formatted(Office.nextId(), person == former ? "'2025-12-31'" : "null", person));
        }
        assertThat(names(QualityList.MISSING_BIG)).containsExactly("Van FEA");
        QualityPage theirs = thoon.ask(QualityLists.class, lists -> lists.page(QualityList.MISSING_BIG, 50, null));
        assertThat(theirs.lines()).extracting(QualityLine::name).containsExactly("Lid van THOON");
    }

    @Test
    void the_number_goes_down_when_one_is_mended_and_remembers_what_it_was() {
        UUID berg = known("Berg", "profession = 'GP'", AGB);
        known("Smit", "profession = 'GP'", AGB);
        assertThat(number(QualityList.MISSING_BIG).now()).isEqualTo(2);
        Office.at("2026-09-02T10:00:00Z");
        Office.run("update crm.person set " + BIG + " where uuid = '" + berg + "'");
        QualityNumber mended = number(QualityList.MISSING_BIG);
        assertThat(mended.now()).isEqualTo(1);
        assertThat(mended.was()).isEqualTo(2);
        assertThat(number(QualityList.MISSING_BIG).days())
                .extracting(QualityNumber.OfDay::number)
                .containsExactly(2);
        List<QualityNumber> kept = fea.ask(QualityLists.class, QualityLists::lastNumbers);
        assertThat(kept).contains(mended);
        assertThat(thoon.<QualityLists, List<QualityNumber>>ask(QualityLists.class, QualityLists::lastNumbers))
                .isEmpty();
    }

    @Test
    void every_number_is_the_length_of_its_list() {
        for (int i = 0; i < 30; i++) {
            known(
                    "Naam " + (100 + i),
                    i % 2 == 0 ? "profession = 'GP'" : "email = 'x" + i / 4 + "@example.nl'",
                    i % 3 == 0 ? BIG : "agb = '1'",
                    i % 5 == 0 ? "created_at = '2020-01-01'" : "phone = '1'");
        }
        List<QualityNumber> numbers = fea.ask(QualityLists.class, QualityLists::numbers);
        assertThat(numbers)
                .hasSameSizeAs(QualityList.values())
                .allSatisfy(number -> assertThat(page(number.list()).lines())
                        .as(number.list().name())
                        .hasSize(number.now()));
    }

    @Test
    void counting_takes_the_same_queries_for_one_as_for_many_and_pages_have_no_gap() {
        known("Naam 0", "profession = 'GP'");
        long few = fea.queries(QualityLists.class, QualityLists::numbers);
        for (int i = 1; i < 25; i++) {
            known("Naam " + (char) ('A' + i), "profession = 'GP'");
        }
        assertThat(fea.queries(QualityLists.class, QualityLists::numbers)).isEqualTo(few);
        List<String> seen = new ArrayList<>();
        UUID after = null;
        do {
            UUID from = after;
            QualityPage page = fea.ask(QualityLists.class, lists -> lists.page(QualityList.MISSING_BIG, 10, from));
            page.lines().forEach(line -> seen.add(line.name()));
            after = page.next();
        } while (after != null);
        assertThat(seen).isEqualTo(names(QualityList.MISSING_BIG)).hasSize(25);
    }

    private static UUID known(String name, String... columns) {
        return Office.knows(FEA, Office.person(name, columns), name);
    }

    private static void worksAt(UUID person, UUID practice, String until) {
        Office.run("""
                insert into crm.affiliation (id, uuid, person_id, organisation_id, role, valid_to, created_at)
                select %d, gen_random_uuid(), p.id, o.id, 'OWNER', %s, now() from crm.person p, crm.organisation o
                 where p.uuid = '%s' and o.uuid = '%s'""".formatted(Office.nextId(), until == null ? "null" : "'" + until + "'", person, practice));
    }

    private QualityPage page(QualityList list) {
        return fea.ask(QualityLists.class, lists -> lists.page(list, 50, null));
    }

    private List<String> names(QualityList list) {
        return page(list).lines().stream().map(QualityLine::name).toList();
    }

    private List<String> fields(QualityList list) {
        return page(list).lines().stream()
                .flatMap(line -> line.fields().stream())
                .toList();
    }

    private QualityNumber number(QualityList list) {
        List<QualityNumber> numbers = fea.ask(QualityLists.class, QualityLists::numbers);
        return numbers.stream()
                .filter(number -> number.list() == list)
                .findFirst()
                .orElseThrow();
    }
}
