package nl.kring.crm.attendance.past;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a file became, counted and row by row. */
class PastLists {

    private static final String LINES = """
            select r.number, r.outcome, r.problem, r.problem_at, x.name, p.uuid, p.display_name, r.title, r.starts_at,
                   cast(r.valid_from as text) as valid_from, array_to_string(w.cells, chr(31)) as cells
              from crm.past_reading r
              join crm.past_row w on w.import_id = r.import_id and w.number = r.number
              left join crm.past_person x on x.import_id = r.import_id and x.who = r.who
              left join crm.person p on p.id = x.person_id
             where r.import_id = :import and r.outcome = any (cast(:outcomes as text[])) and r.number > :after
             order by r.number limit :most""";

    private static final String DOUBTS = """
            select x.uuid, i.uuid as imported, x.name, x.surname, x.initials, cast(x.birth_date as text) as birth_date, x.big, x.agb,
                   x.register_number, x.own_key, x.email,
                   (select count(*) from crm.past_reading r where r.import_id = x.import_id and r.who = x.who) as rows
              from crm.past_person x join crm.past_import i on i.id = x.import_id
             where %s
             order by rows desc, x.id limit :most""";

    private final EntityManager em;

    PastLists(EntityManager em) {
        this.em = em;
    }

    @SuppressWarnings("unchecked")
    PastCounts counts(PastImport of) {
        Map<PastOutcome, Integer> rows = new EnumMap<>(PastOutcome.class);
        ((List<Tuple>) em.createNativeQuery(
                                "select outcome, count(*) from crm.past_reading where import_id = :import and outcome is not null group by outcome",
                                Tuple.class)
                        .setParameter("import", of.getId())
                        .getResultList())
                .forEach(row -> rows.put(
                        PastOutcome.valueOf(row.get(0, String.class)),
                        row.get(1, Number.class).intValue()));
        Tuple things = (Tuple) em.createNativeQuery("""
                        select (select count(distinct r.course_key) from crm.past_reading r
                                 where r.import_id = :import and r.outcome = 'NEW'
                                   and not exists (select 1 from crm.past_thing t where t.organisation_id = :organisation
                                                      and t.kind = 'COURSE' and t.source_key = r.course_key))
                               + (select count(*) from crm.past_thing t where t.import_id = :import and t.kind = 'COURSE') as courses,
                               (select count(distinct r.edition_key) from crm.past_reading r
                                 where r.import_id = :import and r.outcome = 'NEW'
                                   and not exists (select 1 from crm.past_thing t where t.organisation_id = :organisation
                                                      and t.kind = 'EDITION' and t.source_key = r.edition_key))
                               + (select count(*) from crm.past_thing t where t.import_id = :import and t.kind = 'EDITION') as editions,
                               (select count(*) from crm.past_person x where x.import_id = :import and x.how is null) as doubts""", Tuple.class)
                .setParameter("import", of.getId())
                .setParameter("organisation", of.getOrganisationId())
                .getSingleResult();
        return new PastCounts(
                rows,
                things.get("courses", Number.class).intValue(),
                things.get("editions", Number.class).intValue(),
                things.get("doubts", Number.class).intValue());
    }

    @SuppressWarnings("unchecked")
    List<PastLine> lines(Long imported, List<PastOutcome> outcomes, int after, int most) {
        List<Tuple> rows = em.createNativeQuery(LINES, Tuple.class)
                .setParameter("import", imported)
                .setParameter("outcomes", outcomes.stream().map(Enum::name).toArray(String[]::new))
                .setParameter("after", after)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(row -> new PastLine(
                        row.get("number", Integer.class),
                        PastOutcome.valueOf(row.get("outcome", String.class)),
                        row.get("problem", String.class),
                        row.get("problem_at", String.class),
                        row.get("name", String.class),
                        row.get("uuid", UUID.class),
                        row.get("display_name", String.class),
                        row.get("title", String.class),
                        row.get("starts_at", Instant.class),
                        day(row.get("valid_from", String.class)),
                        List.of(row.get("cells", String.class).split("\u001f", -1))))
                .toList();
    }

    List<PastDoubt> doubts(Long imported, int most) {
        return doubts("x.import_id = cast(:of as bigint) and x.how is null", imported.toString(), most);
    }

    List<PastDoubt> doubt(UUID uuid, Long organisation) {
        return doubts("x.uuid = cast(:of as uuid) and x.organisation_id = " + organisation, uuid.toString(), 1);
    }

    @SuppressWarnings("unchecked")
    private List<PastDoubt> doubts(String condition, String of, int most) {
        List<Tuple> rows = em.createNativeQuery(DOUBTS.formatted(condition), Tuple.class)
                .setParameter("of", of)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(row -> new PastDoubt(
                        row.get("uuid", UUID.class),
                        row.get("imported", UUID.class),
                        row.get("name", String.class),
                        row.get("surname", String.class),
                        row.get("initials", String.class),
                        day(row.get("birth_date", String.class)),
                        row.get("big", String.class),
                        row.get("agb", String.class),
                        row.get("register_number", String.class),
                        row.get("own_key", String.class),
                        row.get("email", String.class),
                        row.get("rows", Number.class).intValue()))
                .toList();
    }

    private static LocalDate day(String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }
}
