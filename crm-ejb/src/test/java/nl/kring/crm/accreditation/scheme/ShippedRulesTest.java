package nl.kring.crm.accreditation.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.Tuple;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.kring.crm.agenda.AgendaDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules that came with the product (V054) are those of the list of registers that it was asked with: cpd_schemes.json, a copy of
 * the file of that name in the shared data of the assignment, which names for each register where its figures were found.
 */
class ShippedRulesTest {

    private static AgendaDatabase database;
    private static JsonArray listed;
    private static Map<String, List<SchemeRules>> shipped;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
        try (InputStream file = ShippedRulesTest.class.getResourceAsStream("/cpd_schemes.json");
                JsonReader reader = Json.createReader(file)) {
            listed = reader.readArray();
        }
        shipped = database.inTransaction(em -> new SchemeTable(em)
                .versions(listed.getValuesAs(JsonObject.class).stream()
                        .map(one -> one.getString("code"))
                        .toList()));
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void every_register_of_the_list_is_there_and_no_other() {
        List<String> codes = database.inTransaction(em ->
                em.createQuery("select s.code from Scheme s", String.class).getResultList());
        assertThat(codes).hasSize(15).containsExactlyInAnyOrderElementsOf(shipped.keySet());
        assertThat(listed).hasSize(15);
    }

    @TestFactory
    Stream<DynamicTest> each_asks_what_the_list_says() {
        return listed.getValuesAs(JsonObject.class).stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getString("code"),
                        () -> assertThat(asShipped(one.getString("code"))).isEqualTo(asListed(one))));
    }

    /** Of the assistants the list tells in words what was asked of work before; that is a version of its own. */
    @Test
    void assistants_whose_period_ended_before_july_2021_worked_less() {
        assertThat(shipped.get("KABIZ-DA"))
                .extracting(rules -> rules.validFrom() + " " + rules.validTo() + " "
                        + rules.work().get(0).minimum())
                .containsExactly("2021-07-01 null 2400.0", "null 2021-06-30 2080.0");
        shipped.forEach((code, versions) -> assertThat(versions).as(code).hasSize(code.equals("KABIZ-DA") ? 2 : 1));
    }

    private static TreeSet<String> asShipped(String code) {
        SchemeRules rules = shipped.get(code).get(0);
        TreeSet<String> said = new TreeSet<>();
        Tuple scheme = database.inTransaction(em -> (Tuple) em.createNativeQuery(
                        "select s.unit, s.pe_org_id, s.person_identifier from crm.scheme s where s.code = :code",
                        Tuple.class)
                .setParameter("code", code)
                .getSingleResult());
        said.add("unit " + scheme.get(0));
        said.add("pe " + scheme.get(1));
        said.add("identifier " + scheme.get(2));
        said.add("months " + rules.periodMonths());
        said.add("total " + plain(rules.totalMinimum()));
        said.add("source " + rules.source());
        said.add("certainty " + rules.certainty());
        said.add("early " + rules.earlyRenewalMonths());
        said.add("renewal " + rules.renewalWindowDays());
        said.add("fixed " + rules.fixedFrom() + " " + rules.fixedTo());
        said.add("pro rata " + rules.proRata());
        rules.categories().forEach(category -> said.add("category " + category));
        rules.requirements()
                .forEach(one -> said.add("requirement " + one.code() + " " + one.kind() + " " + one.categories() + " "
                        + plain(one.value()) + " " + one.over() + " " + one.uncertain()));
        rules.reliefs().forEach(relief -> {
            said.add("relief " + relief.code() + " " + relief.endsBefore() + " " + plain(relief.totalMinimum()));
            relief.values()
                    .forEach((asked, value) -> said.add("relief " + relief.code() + " " + asked + " " + plain(value)));
        });
        rules.totals().forEach((number, total) -> said.add("of " + number + " " + plain(total)));
        rules.work()
                .forEach(one ->
                        said.add("work " + one.code() + " " + (one.minimum() == null ? "" : plain(one.minimum()))));
        return said;
    }

    private static TreeSet<String> asListed(JsonObject one) {
        TreeSet<String> said = new TreeSet<>();
        said.add("unit " + one.getString("unit"));
        said.add("pe " + (one.isNull("pe_org_id") ? null : one.getInt("pe_org_id")));
        said.add("identifier " + one.getString("person_identifier"));
        said.add("months " + one.getInt("period_months"));
        said.add("total " + number(one, "total_min"));
        said.add("source " + one.getString("source"));
        said.add("certainty " + one.getString("certainty").replace('-', '_').toUpperCase(Locale.ROOT));
        said.add("early " + optional(one, "early_renewal_after_months"));
        said.add("renewal " + optional(one, "renewal_window_days_before"));
        List<String> fixed = one.containsKey("fixed_period") ? words(one, "fixed_period") : List.of("null", "null");
        said.add("fixed " + fixed.get(0) + " " + fixed.get(1));
        said.add("pro rata " + one.getBoolean("pro_rata_for_short_period", false));
        words(one, "categories").forEach(category -> said.add("category " + category));
        objects(one, "requirements")
                .forEach(
                        asked -> said.add("requirement " + asked.getString("code") + " " + asked.getString("kind") + " "
                                + words(asked, "categories") + " " + number(asked, "value") + " "
                                + asked.getString("window") + " "
                                + asked.containsKey("certainty")));
        objects(one, "fixed_awards").forEach(award -> {
            said.add("category " + award.getString("code"));
            said.add("requirement MEMBERSHIP_MAX MAX [" + award.getString("code") + "] "
                    + number(award, "points_per_year") + " YEAR false");
        });
        objects(one, "reliefs").forEach(relief -> {
            String code = "relief " + relief.getString("code") + " ";
            said.add(code + relief.getString("applies_if_period_ends_before") + " " + number(relief, "total_min"));
            JsonObject overrides = relief.getJsonObject("overrides");
            overrides.keySet().forEach(asked -> said.add(code + asked + " " + number(overrides, asked)));
        });
        if (one.containsKey("total_by_subregister_count")) {
            JsonObject totals = one.getJsonObject("total_by_subregister_count");
            totals.keySet().forEach(number -> said.add("of " + number + " " + number(totals, number)));
        }
        if (!one.isNull("work_experience")) {
            work(one.getJsonObject("work_experience"), said);
        }
        return said;
    }

    private static void work(JsonObject asked, TreeSet<String> said) {
        Map.of(
                        "min_hours", "HOURS",
                        "min_direct_care_hours", "DIRECT_CARE_HOURS",
                        "min_hours_per_week_avg", "HOURS_PER_WEEK",
                        "min_months", "MONTHS")
                .forEach((name, code) -> {
                    if (asked.containsKey(name)) {
                        said.add("work " + code + " " + number(asked, name));
                    }
                });
        if (asked.containsKey("employer_statement_max_age_months")) {
            said.add("work EMPLOYER_STATEMENT ");
        }
        objects(asked, "extra")
                .forEach(extra -> said.add("work " + extra.getString("code") + " " + number(extra, "min_hours")));
        if (asked.containsKey("flags")) {
            words(asked, "flags").forEach(flag -> said.add("work " + flag.split(" ")[0] + " "));
        }
    }

    private static String number(JsonObject of, String name) {
        return plain(of.getJsonNumber(name).bigDecimalValue());
    }

    private static String optional(JsonObject of, String name) {
        return of.containsKey(name) ? number(of, name) : "null";
    }

    private static List<String> words(JsonObject of, String name) {
        return of.getJsonArray(name).getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    private static List<JsonObject> objects(JsonObject of, String name) {
        JsonValue found = of.getOrDefault(name, JsonValue.EMPTY_JSON_ARRAY);
        return found.asJsonArray().getValuesAs(JsonObject.class);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
