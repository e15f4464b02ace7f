package nl.kring.crm.attendance.past;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is meant by a file, and what becomes of each of its rows; in sets, however many there are. */
class PastPlan {

    /** What people decided once about somebody whom the organisation's files name in the same words holds for later files. */
    private static final String AS_BEFORE = """
            update crm.past_person x set person_id = b.person_id, how = b.how
              from (select distinct on (b.who) b.who, b.person_id, b.how
                      from crm.past_person b
                     where b.organisation_id = :organisation and b.import_id <> :import and b.how in ('DECIDED', 'LEFT_OUT')
                     order by b.who, b.id desc) b
             where x.import_id = :import and x.who = b.who and x.how is null""";

    private static final String CANDIDATES = """
            with x as materialized (
              select * from crm.past_person where import_id = :import and how is null),
            f as (
              select x.id, p.id as person_id, 'BIG' as how from x join crm.person p on p.big = x.big
              union all
              select x.id, p.id, 'AGB' from x join crm.person p on p.agb = x.agb
              union all
              select x.id, s.person_id, 'NUMBER'
                from x join crm.statement s on s.value = x.register_number and s.field = 'registerNumber' and s.withdrawn_at is null
              union all
              select x.id, s.person_id, 'KEY'
                from x join crm.source_record s on s.source_key = x.own_key and s.organisation_id = :organisation
              union all
              select x.id, p.id, 'BIRTH' from x join crm.person p on p.birth_date = x.birth_date
              union all
              select x.id, p.id, 'EMAIL' from x join crm.person p on lower(p.email) = x.email)
            select f.id, f.person_id, f.how, p.birth_name, p.partner_name, p.initials, p.given_name, cast(p.birth_date as text),
                   x.surname, x.initials as their_initials, cast(x.birth_date as text) as their_day, x.big
              from f
              join x on x.id = f.id
              join crm.person p on p.id = f.person_id and p.merged_into_id is null
             order by f.id""";

    private static final String FOUND = """
            update crm.past_person x set person_id = f.person_id, how = f.how
              from unnest(cast(:ids as bigint[]), cast(:persons as bigint[]), cast(:hows as text[])) as f (id, person_id, how)
             where x.id = f.id""";

    /** One edition is on one day, whatever row tells of it; points are of registers that give any. */
    private static final List<String> REFUSALS = List.of("""
            update crm.past_reading r set problem = 'past-edition-differs'
              from (select distinct on (edition_key) edition_key, number, starts_at from crm.past_reading
                     where import_id = :import and problem is null and edition_key is not null
                     order by edition_key, number) f
             where r.import_id = :import and r.edition_key = f.edition_key and r.starts_at <> f.starts_at and r.problem is null""", """
            update crm.past_reading r set problem = 'past-organisation', member_of = null
             where r.import_id = :import and r.problem is null and r.member_of is not null
               and 1 <> (select count(*) from crm.organisation o
                          where o.merged_into_id is null and (o.code = r.member_of or lower(o.name) = lower(r.member_of)))""");

    /** An enrolment, or an edition without anybody, that is there already; of a membership, one on some of the same days. */
    private static final String OUTCOMES = """
            update crm.past_reading r
               set outcome = case
                     when r.problem is not null then 'REFUSED'
                     when m.how = 'LEFT_OUT' then 'LEFT_OUT'
                     when r.who is not null and m.person_id is null then 'DOUBT'
                     when m.nth > 1 then 'TWICE'
                     when m.known then 'KNOWN'
                     else 'NEW' end
              from (select q.number, x.how, x.person_id,
                           row_number() over (partition by q.edition_key, x.person_id, q.member_of, q.member_kind, q.valid_from,
                                                           case when x.person_id is null then q.who end
                                                  order by q.number) as nth,
                           case when q.edition_key is null
                                then exists (select 1 from crm.membership b
                                              where b.person_id = x.person_id and b.withdrawn_at is null
                                                and b.organisation_id = coalesce(
                                                      (select o.id from crm.organisation o
                                                        where o.merged_into_id is null
                                                          and (o.code = q.member_of or lower(o.name) = lower(q.member_of))), :organisation)
                                                and (b.derived
                                                     or b.kind = q.member_kind
                                                        and daterange(b.valid_from, b.valid_to, '[]')
                                                            && daterange(q.valid_from, q.valid_to, '[]')))
                                when q.who is null then t.thing_id is not null
                                else exists (select 1 from crm.enrolment e
                                              where e.edition_id = t.thing_id and e.person_id = x.person_id) end as known
                      from crm.past_reading q
                      left join crm.past_person x on x.import_id = q.import_id and x.who = q.who
                      left join crm.past_thing t on t.organisation_id = :organisation and t.kind = 'EDITION'
                                                and t.source_key = q.edition_key
                     where q.import_id = :import and q.problem is null
                    union all
                    select q.number, null, null, 1, false from crm.past_reading q
                     where q.import_id = :import and q.problem is not null) m
             where r.import_id = :import and r.number = m.number and r.outcome is distinct from 'TAKEN'""";

    private final EntityManager em;
    private final PastImport of;

    PastPlan(EntityManager em, PastImport of) {
        this.em = em;
        this.of = of;
    }

    /** Finds who is meant, as far as that is sure. */
    @SuppressWarnings("unchecked")
    void find() {
        em.createNativeQuery(AS_BEFORE)
                .setParameter("import", of.getId())
                .setParameter("organisation", of.getOrganisationId())
                .executeUpdate();
        List<Tuple> rows = em.createNativeQuery(CANDIDATES, Tuple.class)
                .setParameter("import", of.getId())
                .setParameter("organisation", of.getOrganisationId())
                .getResultList();
        Map<Long, List<PersonFinding.Candidate>> candidates = new LinkedHashMap<>();
        Map<Long, PastReading.Who> asked = new LinkedHashMap<>();
        for (Tuple row : rows) {
            Long id = row.get("id", Long.class);
            asked.computeIfAbsent(id, one -> who(row));
            candidates.computeIfAbsent(id, one -> new ArrayList<>()).add(candidate(row));
        }
        List<Long> ids = new ArrayList<>();
        List<Long> persons = new ArrayList<>();
        List<String> hows = new ArrayList<>();
        candidates.forEach((id, some) -> {
            PersonFinding.Found found = PersonFinding.find(asked.get(id), some);
            if (found != null) {
                ids.add(id);
                persons.add(found.person());
                hows.add(found.how().name());
            }
        });
        em.createNativeQuery(FOUND)
                .setParameter("ids", ids.toArray(Long[]::new))
                .setParameter("persons", persons.toArray(Long[]::new))
                .setParameter("hows", hows.toArray(String[]::new))
                .executeUpdate();
    }

    private static PastReading.Who who(Tuple row) {
        return new PastReading.Who(
                null,
                null,
                row.get("surname", String.class),
                row.get("their_initials", String.class),
                day(row.get("their_day", String.class)),
                row.get("big", String.class),
                null,
                null,
                null,
                null);
    }

    private static PersonFinding.Candidate candidate(Tuple row) {
        return new PersonFinding.Candidate(
                row.get("person_id", Long.class),
                PersonFinding.How.valueOf(row.get("how", String.class)),
                row.get("birth_name", String.class),
                row.get("partner_name", String.class),
                row.get("initials", String.class),
                row.get("given_name", String.class),
                day(row.get(7, String.class)));
    }

    private static LocalDate day(String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }

    /** What cannot be together is refused; then each row is told what becomes of it. */
    void decide() {
        REFUSALS.forEach(sql ->
                em.createNativeQuery(sql).setParameter("import", of.getId()).executeUpdate());
        again();
    }

    /** What becomes of each row now: who was in doubt may have been decided, and others may have been taken over. */
    void again() {
        em.createNativeQuery(OUTCOMES)
                .setParameter("import", of.getId())
                .setParameter("organisation", of.getOrganisationId())
                .executeUpdate();
    }
}
