package nl.kring.crm.accreditation.scheme;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The versions of the rules in the database; all of them are read in six queries, and none is ever changed. */
class SchemeTable {

    private static final String OF_THESE =
            " where v.scheme_code = any (cast(:codes as text[])) and v.replaced_at is null";

    private final EntityManager em;

    SchemeTable(EntityManager em) {
        this.em = em;
    }

    /** The versions that stand, of these registers, by the code of the register and the newest first. */
    Map<String, List<SchemeRules>> versions(List<String> codes) {
        String[] asked = codes.toArray(String[]::new);
        Map<Long, List<Requirement>> requirements = new HashMap<>();
        read(
                """
                select r.version_id, r.code, r.kind, array_to_string(r.categories, ' ') as categories, r.value, r.counted_over,
                       r.uncertain
                  from crm.scheme_requirement r join crm.scheme_version v on v.id = r.version_id""",
                " order by r.version_id, r.position",
                asked,
                requirements,
                row -> new Requirement(
                        row.get("code", String.class),
                        RequirementKind.valueOf(row.get("kind", String.class)),
                        words(row.get("categories", String.class)),
                        row.get("value", BigDecimal.class).stripTrailingZeros(),
                        CountedOver.valueOf(row.get("counted_over", String.class)),
                        row.get("uncertain", Boolean.class)));
        Map<String, Map<String, BigDecimal>> values = new HashMap<>();
        rows("""
                        select r.version_id, r.relief, r.requirement, r.value
                          from crm.scheme_relief_value r join crm.scheme_version v on v.id = r.version_id""", "", asked)
                .forEach(row -> values.computeIfAbsent(
                                row.get("version_id") + " " + row.get("relief"), key -> new HashMap<>())
                        .put(row.get("requirement", String.class), row.get("value", BigDecimal.class)));
        Map<Long, List<Relief>> reliefs = new HashMap<>();
        read(
                """
                select r.version_id, r.code, cast(r.ends_before as text) as ends_before, r.total_minimum
                  from crm.scheme_relief r join crm.scheme_version v on v.id = r.version_id""",
                " order by r.version_id, r.ends_before",
                asked,
                reliefs,
                row -> new Relief(
                        row.get("code", String.class),
                        day(row, "ends_before"),
                        row.get("total_minimum", BigDecimal.class),
                        values.getOrDefault(row.get("version_id") + " " + row.get("code"), Map.of())));
        Map<Long, List<WorkRequirement>> work = new HashMap<>();
        read(
                """
                select r.version_id, r.code, r.unit, r.minimum
                  from crm.scheme_work r join crm.scheme_version v on v.id = r.version_id""",
                " order by r.version_id, r.position",
                asked,
                work,
                row -> new WorkRequirement(
                        row.get("code", String.class),
                        WorkRequirement.Unit.valueOf(row.get("unit", String.class)),
                        row.get("minimum", BigDecimal.class)));
        Map<Long, Map<Integer, BigDecimal>> totals = new HashMap<>();
        rows("""
                        select r.version_id, r.subregisters, r.total
                          from crm.scheme_total r join crm.scheme_version v on v.id = r.version_id""", "", asked)
                .forEach(row -> totals.computeIfAbsent(row.get("version_id", Long.class), key -> new HashMap<>())
                        .put(row.get("subregisters", Integer.class), row.get("total", BigDecimal.class)));
        Map<String, List<SchemeRules>> found = new HashMap<>();
        rows("""
                        select v.id, v.uuid, v.scheme_code, cast(v.valid_from as text) as first, cast(v.valid_to as text) as last,
                               v.period_months, cast(v.fixed_from as text) as fixed_from, cast(v.fixed_to as text) as fixed_to,
                               v.total_minimum, v.pro_rata, v.early_renewal_months, v.renewal_window_days,
                               array_to_string(v.categories, ' ') as categories, v.source, v.certainty, v.note
                          from crm.scheme_version v""", " order by v.scheme_code, v.valid_from desc nulls last", asked)
                .forEach(row -> {
                    Long id = row.get("id", Long.class);
                    found.computeIfAbsent(row.get("scheme_code", String.class), code -> new ArrayList<>())
                            .add(new SchemeRules(
                                    row.get("uuid", UUID.class),
                                    row.get("scheme_code", String.class),
                                    day(row, "first"),
                                    day(row, "last"),
                                    row.get("period_months", Integer.class),
                                    day(row, "fixed_from"),
                                    day(row, "fixed_to"),
                                    row.get("total_minimum", BigDecimal.class),
                                    totals.getOrDefault(id, Map.of()),
                                    row.get("pro_rata", Boolean.class),
                                    row.get("early_renewal_months", Integer.class),
                                    row.get("renewal_window_days", Integer.class),
                                    words(row.get("categories", String.class)),
                                    requirements.getOrDefault(id, List.of()),
                                    reliefs.getOrDefault(id, List.of()),
                                    work.getOrDefault(id, List.of()),
                                    row.get("source", String.class),
                                    Certainty.valueOf(row.get("certainty", String.class)),
                                    row.get("note", String.class)));
                });
        return found;
    }

    /** Lets a version stand no longer; false when it did not. */
    boolean replace(UUID uuid, Instant now) {
        return em.createNativeQuery(
                                "update crm.scheme_version set replaced_at = :now where uuid = :uuid and replaced_at is null")
                        .setParameter("now", now)
                        .setParameter("uuid", uuid)
                        .executeUpdate()
                == 1;
    }

    /** Another version that stands, or came to stand meanwhile, for a period that this one would judge too. */
    boolean overlaps(SchemeRules rules) {
        return !em.createNativeQuery("""
                        select 1 from crm.scheme_version
                         where scheme_code = :code and replaced_at is null
                           and daterange(valid_from, valid_to, '[]')
                               && daterange(cast(:first as date), cast(:last as date), '[]')""", Integer.class)
                .setParameter("code", rules.scheme())
                .setParameter("first", rules.validFrom())
                .setParameter("last", rules.validTo())
                .getResultList()
                .isEmpty();
    }

    void write(SchemeRules rules, Long account, Instant now) {
        Long id = (Long) em.createNativeQuery("""
                        insert into crm.scheme_version (uuid, scheme_code, valid_from, valid_to, period_months, fixed_from,
                               fixed_to, total_minimum, pro_rata, early_renewal_months, renewal_window_days, categories, source,
                               certainty, note, account_id, written_at)
                        values (:uuid, :code, cast(:first as date), cast(:last as date), :months, cast(:fixedFrom as date),
                                cast(:fixedTo as date), :total, :proRata, cast(:early as integer), cast(:renewal as integer),
                                string_to_array(:categories, ' '), :source, :certainty, cast(:note as text),
                                cast(:account as bigint), :now)
                        returning id""", Long.class)
                .setParameter("uuid", rules.uuid())
                .setParameter("code", rules.scheme())
                .setParameter("first", rules.validFrom())
                .setParameter("last", rules.validTo())
                .setParameter("months", rules.periodMonths())
                .setParameter("fixedFrom", rules.fixedFrom())
                .setParameter("fixedTo", rules.fixedTo())
                .setParameter("total", rules.totalMinimum())
                .setParameter("proRata", rules.proRata())
                .setParameter("early", rules.earlyRenewalMonths())
                .setParameter("renewal", rules.renewalWindowDays())
                .setParameter("categories", String.join(" ", rules.categories()))
                .setParameter("source", rules.source())
                .setParameter("certainty", rules.certainty().name())
                .setParameter("note", rules.note())
                .setParameter("account", account)
                .setParameter("now", now)
                .getSingleResult();
        each(
                rules.requirements(),
                """
                insert into crm.scheme_requirement (version_id, position, code, kind, categories, value, counted_over, uncertain)
                values (:version, :position, :code, :kind, string_to_array(:categories, ' '), :value, :over, :uncertain)""",
                id,
                (one, insert) -> insert.setParameter("code", one.code())
                        .setParameter("kind", one.kind().name())
                        .setParameter("categories", String.join(" ", one.categories()))
                        .setParameter("value", one.value())
                        .setParameter("over", one.over().name())
                        .setParameter("uncertain", one.uncertain()));
        for (Relief relief : rules.reliefs()) {
            em.createNativeQuery("""
                            insert into crm.scheme_relief (version_id, code, ends_before, total_minimum)
                            values (:version, :code, :before, :total)""")
                    .setParameter("version", id)
                    .setParameter("code", relief.code())
                    .setParameter("before", relief.endsBefore())
                    .setParameter("total", relief.totalMinimum())
                    .executeUpdate();
            relief.values()
                    .forEach((requirement, value) -> em.createNativeQuery("""
                            insert into crm.scheme_relief_value (version_id, relief, requirement, value)
                            values (:version, :relief, :requirement, :value)""")
                            .setParameter("version", id)
                            .setParameter("relief", relief.code())
                            .setParameter("requirement", requirement)
                            .setParameter("value", value)
                            .executeUpdate());
        }
        each(
                rules.work(),
                """
                insert into crm.scheme_work (version_id, position, code, unit, minimum)
                values (:version, :position, :code, :unit, cast(:minimum as numeric))""",
                id,
                (one, insert) -> insert.setParameter("code", one.code())
                        .setParameter("unit", one.unit().name())
                        .setParameter("minimum", one.minimum()));
        rules.totals()
                .forEach((subregisters, total) -> em.createNativeQuery(
                                "insert into crm.scheme_total (version_id, subregisters, total) values (:version, :number, :total)")
                        .setParameter("version", id)
                        .setParameter("number", subregisters)
                        .setParameter("total", total)
                        .executeUpdate());
    }

    private <T> void each(List<T> all, String sql, Long version, BiConsumer<T, Query> values) {
        for (int i = 0; i < all.size(); i++) {
            Query insert =
                    em.createNativeQuery(sql).setParameter("version", version).setParameter("position", i + 1);
            values.accept(all.get(i), insert);
            insert.executeUpdate();
        }
    }

    private <T> void read(
            String select, String order, String[] codes, Map<Long, List<T>> into, Function<Tuple, T> made) {
        rows(select, order, codes)
                .forEach(row -> into.computeIfAbsent(row.get("version_id", Long.class), id -> new ArrayList<>())
                        .add(made.apply(row)));
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(String select, String order, String[] codes) {
        return em.createNativeQuery(select + OF_THESE + order, Tuple.class)
                .setParameter("codes", codes)
                .getResultList();
    }

    private static LocalDate day(Tuple row, String column) {
        String written = row.get(column, String.class);
        return written == null ? null : LocalDate.parse(written);
    }

    private static List<String> words(String written) {
        return written.isEmpty() ? List.of() : List.of(written.split(" "));
    }
}
