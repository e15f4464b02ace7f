package nl.kring.crm.dossier;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.accreditation.scheme.WorkRequirement;
import nl.kring.crm.agenda.CompanyStaff;
import nl.kring.crm.platform.SystemClock;

/** What the dossier keeps and what it reads beside the ledger. */
class DossierTable {

    private static final String REGISTERS = """
            select s.code, s.name, s.unit,
                   case when s.person_identifier = 'BIG' then p.big else
                     (select min(n.value) from crm.statement n
                       where n.person_id = p.id and n.field = 'registerNumber' and n.qualifier = s.code
                         and n.withdrawn_at is null) end as number,
                   case when s.pe_org_id = 19 then 'GAIA' else s.name end as kept_in
              from crm.person p
             cross join crm.scheme s
              left join crm.register_membership m on m.person_id = p.id and m.scheme_code = s.code
             where p.id = :person
               and (m.id is not null
                    or exists (select 1 from crm.scheme_profession f where f.scheme_code = s.code and f.profession = p.profession))
             order by m.id is null, s.position""";

    private static final String PLANNED = """
            select d.uuid, c.title, d.starts_at, w.category, sum(w.points) as points
              from crm.enrolment e
              join crm.edition d on d.id = e.edition_id
              join crm.course c on c.id = d.course_id
             cross join lateral crm.worth_of(d.id) as w
             where e.person_id = :person and e.state in ('CONFIRMED', 'OFFERED') and d.ends_at > :now
               and w.scheme_code = :scheme and w.category is not null
               and d.state <> 'CANCELLED'
               and not exists (select 1 from crm.credit_entry k where k.enrolment_id = e.id and k.scheme_code = :scheme)
             group by d.id, d.uuid, c.title, d.starts_at, w.category
             order by d.starts_at, d.id, w.category""";

    private static final String COMING = """
            select d.uuid, c.title, o.name, d.place, d.starts_at, d.ends_at, w.points, w.fitting, n.taken >= n.capacity as filled, d.price_cents,
                   d.online is not null or exists (select 1 from crm.session z where z.edition_id = d.id and z.online is not null) as online
              from crm.edition d
              join crm.course c on c.id = d.course_id
              join crm.organisation o on o.id = c.organiser_id
              join crm.accreditation a on a.course_id = c.id and a.scheme_code = :scheme and a.points > 0
              join crm.seat_count n on n.edition_id = d.id
             cross join lateral (
                   select string_agg(concat_ws(' ', x.category, x.points), ',' order by x.category) as points,
                          sum(x.points) as most, bool_or(x.category = any (string_to_array(:missing, ' '))) as fitting
                     from (select v.category, sum(v.points) as points from crm.worth_of(d.id) v
                            where v.scheme_code = a.scheme_code and v.category is not null
                            group by v.category) as x) as w
             where w.points is not null and d.state = 'OPEN' and d.starts_at > :now and (d.enrol_until is null or d.enrol_until > :now)
               and d.starts_at < cast(:until as timestamptz)
               and (not d.in_company or %s)
               and (not exists (select 1 from crm.course_audience u where u.course_id = c.id)
                    or exists (select 1 from crm.course_audience u join crm.person p on p.profession = u.profession
                                where u.course_id = c.id and p.id = :person))
               and not exists (select 1 from crm.enrolment e
                                where e.edition_id = d.id and e.person_id = :person and e.state not in ('CANCELLED', 'REPLACED'))
             order by fitting desc, filled, w.most desc, d.starts_at, d.id
             limit :most""".formatted(CompanyStaff.worksForOneOf("d.id"));

    private final EntityManager em;

    DossierTable(EntityManager em) {
        this.em = em;
    }

    /** A register that is somebody's, by profession or because he or she says so. */
    record Register(String code, String name, SchemeUnit unit, String number, String keptIn) {}

    List<Register> registers(Long person) {
        return rows(em.createNativeQuery(REGISTERS, Tuple.class).setParameter("person", person)).stream()
                .map(row -> new Register(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        SchemeUnit.valueOf(row.get(2, String.class)),
                        row.get(3, String.class),
                        row.get(4, String.class)))
                .toList();
    }

    List<PlannedCredit> planned(Long person, String scheme, Instant now) {
        return rows(em.createNativeQuery(PLANNED, Tuple.class)
                        .setParameter("person", person)
                        .setParameter("scheme", scheme)
                        .setParameter("now", now))
                .stream()
                .map(row -> new PlannedCredit(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, Instant.class),
                        row.get(3, String.class),
                        row.get(4, BigDecimal.class)))
                .toList();
    }

    /** Editions that give points there, those in these categories first and of these what gives most. */
    List<ComingCourse> coming(Long person, String scheme, Set<String> missing, Instant now, Instant until, int most) {
        return rows(em.createNativeQuery(COMING, Tuple.class)
                        .setParameter("person", person)
                        .setParameter("scheme", scheme)
                        .setParameter("missing", String.join(" ", missing))
                        .setParameter("now", now)
                        .setParameter("until", until)
                        .setParameter("day", now.atZone(SystemClock.AMSTERDAM).toLocalDate())
                        .setParameter("most", most))
                .stream()
                .map(row -> new ComingCourse(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, Instant.class),
                        row.get(5, Instant.class),
                        byCategory(row.get(6, String.class)),
                        row.get(9, Integer.class),
                        row.get(10, Boolean.class),
                        Boolean.TRUE.equals(row.get(7, Boolean.class)),
                        row.get(8, Boolean.class),
                        null))
                .toList();
    }

    private static Map<String, BigDecimal> byCategory(String points) {
        Map<String, BigDecimal> found = new LinkedHashMap<>();
        for (String one : points.split(",")) {
            String[] parts = one.split(" ");
            found.put(parts[0], new BigDecimal(parts[1]));
        }
        return found;
    }

    /** What the register said last, by the day it was said of. */
    Optional<RegisterTotal> total(Long person, String scheme) {
        Map<String, BigDecimal> points = new LinkedHashMap<>();
        List<LocalDate> asOf = new ArrayList<>();
        rows(em.createNativeQuery("""
                        select cast(t.as_of as text), x.category, x.points
                          from (select id, as_of from crm.register_total where person_id = :person and scheme_code = :scheme
                                 order by as_of desc, id desc limit 1) as t
                          left join crm.register_total_part x on x.total_id = t.id
                         order by x.category""", Tuple.class)
                        .setParameter("person", person)
                        .setParameter("scheme", scheme))
                .forEach(row -> {
                    asOf.add(LocalDate.parse(row.get(0, String.class)));
                    if (row.get(1) != null) {
                        points.put(row.get(1, String.class), row.get(2, BigDecimal.class));
                    }
                });
        return asOf.isEmpty() ? Optional.empty() : Optional.of(new RegisterTotal(asOf.get(0), points));
    }

    void keepTotal(Long person, String scheme, RegisterTotal total, Long account, Instant now) {
        Long id = (Long) em.createNativeQuery("""
                        insert into crm.register_total (person_id, scheme_code, as_of, entered_at, account_id)
                        values (:person, :scheme, :asOf, :now, cast(:account as bigint)) returning id""", Long.class)
                .setParameter("person", person)
                .setParameter("scheme", scheme)
                .setParameter("asOf", total.asOf())
                .setParameter("now", now)
                .setParameter("account", account)
                .getSingleResult();
        total.points()
                .forEach((category, points) -> em.createNativeQuery(
                                "insert into crm.register_total_part (total_id, category, points) values (:total, :category, :points)")
                        .setParameter("total", id)
                        .setParameter("category", category)
                        .setParameter("points", points)
                        .executeUpdate());
    }

    /** How often a total was entered. */
    long totals(Long person, String scheme) {
        return (Long) em.createNativeQuery(
                        "select count(*) from crm.register_total where person_id = :person and scheme_code = :scheme",
                        Long.class)
                .setParameter("person", person)
                .setParameter("scheme", scheme)
                .getSingleResult();
    }

    /** Forgets what was entered last, when something was entered before it. */
    boolean takeBackTotal(Long person, String scheme) {
        return em.createNativeQuery("""
                        delete from crm.register_total t
                         where t.id = (select max(x.id) from crm.register_total x
                                        where x.person_id = :person and x.scheme_code = :scheme having count(*) > 1)""")
                        .setParameter("person", person)
                        .setParameter("scheme", scheme)
                        .executeUpdate()
                > 0;
    }

    /** What was last said of each thing that is asked. */
    List<WorkLine> work(Long person, String scheme, List<WorkRequirement> asked) {
        Map<String, Tuple> said = new HashMap<>();
        rows(em.createNativeQuery("""
                        select distinct on (w.code) w.code, w.value, w.said_at
                          from crm.work_statement w where w.person_id = :person and w.scheme_code = :scheme
                         order by w.code, w.id desc""", Tuple.class)
                        .setParameter("person", person)
                        .setParameter("scheme", scheme))
                .forEach(row -> said.put(row.get(0, String.class), row));
        return asked.stream()
                .map(one -> {
                    Tuple row = said.get(one.code());
                    return row == null
                            ? new WorkLine(one, null, null)
                            : new WorkLine(one, row.get(1, BigDecimal.class), row.get(2, Instant.class));
                })
                .toList();
    }

    void keepWork(Long person, String scheme, String code, BigDecimal value, Long account, Instant now) {
        em.createNativeQuery("""
                        insert into crm.work_statement (person_id, scheme_code, code, value, said_at, account_id)
                        values (:person, :scheme, :code, :value, :now, cast(:account as bigint))""")
                .setParameter("person", person)
                .setParameter("scheme", scheme)
                .setParameter("code", code)
                .setParameter("value", value)
                .setParameter("now", now)
                .setParameter("account", account)
                .executeUpdate();
    }

    /** Whether that is the number of the person, or of somebody who was merged into him or her. */
    boolean isNumberOf(UUID number, Long person) {
        return (Boolean) em.createNativeQuery("""
                        with recursive who as (
                          select p.id, p.merged_into_id from crm.person p where p.uuid = :number
                           union all
                          select p.id, p.merged_into_id from who w join crm.person p on p.id = w.merged_into_id)
                        select exists (select 1 from who where id = :person)""")
                .setParameter("number", number)
                .setParameter("person", person)
                .getSingleResult();
    }

    String nameOf(Long person) {
        return em.createQuery("select p.displayName from Person p where p.id = :person", String.class)
                .setParameter("person", person)
                .getSingleResult();
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}
