package nl.kring.crm.registry.quality;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.KnownTo;

/** Counts all work lists of one organisation in one query, and keeps each day's numbers. */
class QualityCounts {

    /** Practices that an organisation knows: in its registers, by its words, or as its members. */
    static final String PRACTICES = """
            o.kind = 'PRACTICE' and o.merged_into_id is null
            and (o.valid_from is null or o.valid_from <= :today) and (o.valid_to is null or o.valid_to >= :today)
            and (exists (select 1 from crm.source_record r where r.workplace_id = o.id and r.organisation_id = :organisation)
                 or exists (select 1 from crm.affiliation a
                             where a.organisation_id = o.id and a.said_by_id = :organisation and a.withdrawn_at is null)
                 or exists (select 1 from crm.organisation_statement s
                             where s.subject_id = o.id and s.organisation_id = :organisation and s.withdrawn_at is null)
                 or exists (select 1 from crm.membership m
                             where m.holder_id = o.id and m.organisation_id = :organisation and m.withdrawn_at is null))""";

    private static final int DAYS_SHOWN = 30;

    private final EntityManager em;
    private final Long organisationId;
    private final LocalDate today;

    QualityCounts(EntityManager em, Long organisationId, LocalDate today) {
        this.em = em;
        this.organisationId = organisationId;
        this.today = today;
    }

    /** Which persons a list looks through. */
    static String persons(QualityList list) {
        return list.isOfEverybody() ? "true" : "p.id in (" + KnownTo.ORGANISATION + ")";
    }

    /** What the conditions of lists take. */
    static void fill(Query query, String sql, Long organisationId, LocalDate today) {
        if (sql.contains(":organisation")) {
            query.setParameter("organisation", organisationId);
        }
        if (sql.contains(":today")) {
            query.setParameter("today", today);
        }
        if (sql.contains(":yearAgo")) {
            Instant yearAgo =
                    today.minusYears(1).atStartOfDay(SystemClock.AMSTERDAM).toInstant();
            query.setParameter("yearAgo", yearAgo);
        }
    }

    /** Counts anew, keeps the numbers as today's, and answers them with those of the days before. */
    List<QualityNumber> countAndKeep() {
        Map<QualityList, Integer> now = count();
        now.forEach((list, number) -> em.createNativeQuery("""
                        insert into crm.quality_count (organisation_id, list, day, number)
                        values (:organisation, :list, :today, :number)
                        on conflict (organisation_id, list, day) do update set number = excluded.number""")
                .setParameter("organisation", organisationId)
                .setParameter("list", list.name())
                .setParameter("today", today)
                .setParameter("number", number)
                .executeUpdate());
        return with(now);
    }

    /**
     * The numbers as they were last kept, nothing when they never were. Only what waits for a decision is counted: that
     * takes no time and goes down at once.
     */
    List<QualityNumber> kept() {
        Map<QualityList, Integer> last = new EnumMap<>(QualityList.class);
        rows("""
                select distinct on (list) list, number from crm.quality_count
                 where organisation_id = :organisation and day <= :today order by list, day desc""")
                .forEach(row -> QualityList.of((String) row[0])
                        .ifPresent(list -> last.put(list, ((Number) row[1]).intValue())));
        if (!last.isEmpty()) {
            String waiting = "select " + number(QualityList.OPEN_COLLISION);
            last.put(QualityList.OPEN_COLLISION, ((Number) filled(waiting).getSingleResult()).intValue());
        }
        return with(last);
    }

    private Map<QualityList, Integer> count() {
        String numbersOf =
                Arrays.stream(QualityList.values()).map(QualityCounts::number).collect(Collectors.joining(",\n"));
        String sql = "select " + numbersOf + " from crm.person p where p.merged_into_id is null and p.id in ("
                + KnownTo.ORGANISATION + ")";
        Object[] numbers = (Object[]) filled(sql).getSingleResult();
        Map<QualityList, Integer> counted = new EnumMap<>(QualityList.class);
        for (QualityList list : QualityList.values()) {
            counted.put(list, ((Number) numbers[list.ordinal()]).intValue());
        }
        return counted;
    }

    /** How many there are in a list, in a query for the persons that the organisation knows. */
    private static String number(QualityList list) {
        if (list.isOfOrganisations()) {
            return "(select count(*) from crm.organisation o where " + PRACTICES + " and " + list.condition() + ")";
        }
        return list.isOfEverybody()
                ? "(select count(*) from crm.person p where p.merged_into_id is null and " + list.condition() + ")"
                : "count(*) filter (where " + list.condition() + ")";
    }

    private List<QualityNumber> with(Map<QualityList, Integer> now) {
        Map<QualityList, List<QualityNumber.OfDay>> before = new EnumMap<>(QualityList.class);
        rows("""
                select list, number, cast(day as text) from crm.quality_count
                 where organisation_id = :organisation and day < :today and day >= cast(:today as date) - %d
                 order by day""".formatted(DAYS_SHOWN))
                .forEach(row -> QualityList.of((String) row[0])
                        .ifPresent(list -> before.computeIfAbsent(list, each -> new ArrayList<>())
                                .add(new QualityNumber.OfDay(
                                        LocalDate.parse((String) row[2]), ((Number) row[1]).intValue()))));
        return now.entrySet().stream()
                .map(entry -> new QualityNumber(
                        entry.getKey(), entry.getValue(), before.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql) {
        return filled(sql).getResultList();
    }

    private Query filled(String sql) {
        Query query = em.createNativeQuery(sql);
        fill(query, sql, organisationId, today);
        return query;
    }
}
