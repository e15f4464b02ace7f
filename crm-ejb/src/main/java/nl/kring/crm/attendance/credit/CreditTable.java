package nl.kring.crm.attendance.credit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The ledger in the database. What follows from attendance is settled in one statement for however many: what should stand is laid
 * beside what stands, and the difference is written; so settling again writes nothing, and settling an empty ledger writes it all.
 */
class CreditTable {

    /** Whose attendance is settled. */
    enum Of {
        EDITIONS("en.edition_id = any (cast(:ids as bigint[]))"),
        COURSES("ed.course_id = any (cast(:ids as bigint[]))"),
        PERSONS("en.person_id = any (cast(:ids as bigint[]))"),
        EVERYBODY("true");

        private final String condition;

        Of(String condition) {
            this.condition = condition;
        }
    }

    /** How much of a session somebody was there; what was not measured is all of it or nothing. */
    private static final String SHARE = """
            case when a.minutes is null then case when a.present then 1 else 0 end
                 else least(1, a.minutes * 60 / extract(epoch from s.ends_at - s.starts_at)) end""";

    /**
     * Who was at every session has the points of the course, by category, and who was there in part what the rule of the organiser makes of
     * it for that register ({@link nl.kring.crm.attendance.presence.PresenceRule}); where the register gives points for a session, who was at
     * that one has those. They are earned in the registers of his or her profession and those that he or she says to be in; whose profession
     * has no register, in all. Points that stand are not taken away because somebody became something else.
     */
    private static final String SETTLE = """
            with meant as materialized (
              select en.id, en.person_id, en.state, en.edition_id, ed.course_id
                from crm.enrolment en join crm.edition ed on ed.id = en.edition_id
               where %1$s),
            worth as materialized (
              select h.edition_id, h.day, c.title, o.name as organiser, w.scheme_code, w.category, w.session_id, w.points,
                     y.whole_percent, case when y.id is null then z.part_percent else y.part_percent end as part_percent
                from (select m.edition_id, m.course_id, (max(s.ends_at) at time zone 'Europe/Amsterdam')::date as day
                        from (select distinct edition_id, course_id from meant) as m
                        join crm.session s on s.edition_id = m.edition_id
                       group by m.edition_id, m.course_id) as h
                join crm.course c on c.id = h.course_id
                join crm.organisation o on o.id = c.organiser_id
               cross join lateral crm.worth_of(h.edition_id) as w
                left join crm.presence_rule y on y.organisation_id = c.organiser_id and y.replaced_at is null
                                             and y.scheme_code = w.scheme_code
                left join crm.presence_rule z on z.organisation_id = c.organiser_id and z.replaced_at is null
                                             and z.scheme_code is null
               where w.category is not null),
            shares as (
              select m.id, m.person_id, m.edition_id, coalesce(a.present, false) as present,
                     extract(epoch from s.ends_at - s.starts_at) as seconds, %2$s as share
                from meant m
                join crm.session s on s.edition_id = m.edition_id
                left join crm.attendance a on a.enrolment_id = m.id and a.session_id = s.id
               where m.state in ('CONFIRMED', 'ATTENDED', 'PARTIAL', 'NO_SHOW')),
            there as (
              select h.id, h.person_id, h.edition_id, cast(0 as bigint) as session_id, bool_and(h.present) as whole,
                     min(h.share) as lowest, sum(h.share * h.seconds) / sum(h.seconds) as share
                from shares h
               group by h.id, h.person_id, h.edition_id
              having sum(h.share) > 0 or bool_or(h.present)
               union all
              select m.id, m.person_id, m.edition_id, s.id, a.present, %2$s, %2$s
                from meant m
                join crm.session s on s.edition_id = m.edition_id and s.id in (select w.session_id from worth w)
                join crm.attendance a on a.enrolment_id = m.id and a.session_id = s.id
               where m.state in ('CONFIRMED', 'ATTENDED', 'PARTIAL', 'NO_SHOW')),
            numbers as materialized (
              select n.person_id, n.qualifier as scheme_code, min(n.value) as number
                from crm.statement n
               where n.field = 'registerNumber' and n.withdrawn_at is null and n.person_id in (select m.person_id from meant m)
               group by n.person_id, n.qualifier),
            stands as materialized (
              select k.enrolment_id, k.person_id, k.scheme_code, k.category, k.earned_on as day,
                     min(coalesce(k.corrects_id, k.id)) as root, min(k.title) as title, min(k.organiser) as organiser,
                     min(k.register_number) as number, sum(k.points) as points
                from crm.credit_entry k
               where k.enrolment_id in (select m.id from meant m)
               group by k.enrolment_id, k.person_id, k.scheme_code, k.category, k.earned_on),
            stood as materialized (
              select distinct s.enrolment_id, s.scheme_code from stands s),
            roots as materialized (
              select s.enrolment_id, s.scheme_code, s.category, min(s.root) as root
                from stands s group by s.enrolment_id, s.scheme_code, s.category),
            earned as (
              select t.id as enrolment_id, t.person_id, w.scheme_code, w.category, w.day, w.title, w.organiser,
                     sum(case when case when w.whole_percent is null then t.whole else t.lowest * 100 >= w.whole_percent end then w.points
                              when t.share * 100 >= w.part_percent then floor(round(w.points * t.share * 2, 3)) / 2
                              else 0 end) as points
                from there t
                join worth w on w.edition_id = t.edition_id and coalesce(w.session_id, 0) = t.session_id
               group by t.id, t.person_id, w.scheme_code, w.category, w.day, w.title, w.organiser),
            due as (
              select t.enrolment_id, t.person_id, t.scheme_code, t.category, t.points, t.day, t.title, t.organiser, q.root,
                     case when s.person_identifier = 'BIG' then p.big else r.number end as number
                from earned t
                join crm.scheme s on s.code = t.scheme_code
                join crm.person p on p.id = t.person_id
                left join numbers r on r.person_id = t.person_id and r.scheme_code = t.scheme_code
                left join stood b on b.enrolment_id = t.enrolment_id and b.scheme_code = t.scheme_code
                left join roots q on q.enrolment_id = t.enrolment_id and q.scheme_code = t.scheme_code and q.category = t.category
                left join crm.register_membership e on e.person_id = p.id and e.scheme_code = t.scheme_code
               where b.enrolment_id is not null
                  or e.id is not null
                  or exists (select 1 from crm.scheme_profession f
                              where f.scheme_code = t.scheme_code and f.profession = p.profession)
                  or not exists (select 1 from crm.scheme_profession f where f.profession = p.profession))
            insert into crm.credit_entry (person_id, scheme_code, register_number, source, category, points, earned_on, title,
                                          organiser, enrolment_id, corrects_id, reason, entered_at, account_id)
            select person_id, scheme_code, number, 'ATTENDANCE', category, points, day, title, organiser, enrolment_id, root,
                   case when root is not null then 'ATTENDANCE' end, :now, cast(:account as bigint)
              from (select coalesce(d.person_id, s.person_id) as person_id, coalesce(d.scheme_code, s.scheme_code) as scheme_code,
                           coalesce(d.number, s.number) as number, coalesce(d.category, s.category) as category,
                           coalesce(d.points, 0) - coalesce(s.points, 0) as points, coalesce(d.day, s.day) as day,
                           coalesce(d.title, s.title) as title, coalesce(d.organiser, s.organiser) as organiser,
                           coalesce(d.enrolment_id, s.enrolment_id) as enrolment_id, coalesce(s.root, d.root) as root
                      from due d
                      full join stands s on s.enrolment_id = d.enrolment_id and s.scheme_code = d.scheme_code
                                        and s.category = d.category and s.day = d.day) as changed
             where points <> 0""";

    private static final String CREDITS = """
            select min(k.id) as id, k.scheme_code, max(k.register_number) as number, k.source, k.category,
                   sum(k.points) as points, cast(k.earned_on as text) as day, max(k.title) as title, max(k.organiser) as organiser,
                   bool_or(k.corrects_id is not null) as corrected
              from crm.credit_entry k
             where k.person_id = :person and (cast(:scheme as text) is null or k.scheme_code = :scheme)
             group by coalesce(k.corrects_id, k.id), k.scheme_code, k.source, k.category, k.earned_on
             order by k.earned_on desc, id desc""";

    private static final String CLAIMS = """
            select c.uuid, p.display_name, o.name, c.scheme_code, c.category, c.points, cast(c.earned_on as text), c.title, c.state, c.answer,
                   e.file_name, c.declared_at
              from crm.credit_claim c
              join crm.person p on p.id = c.person_id
              join crm.organisation o on o.id = c.organisation_id
              left join crm.credit_evidence e on e.claim_id = c.id
             where %s""";

    private final EntityManager em;

    CreditTable(EntityManager em) {
        this.em = em;
    }

    /** Writes what is missing, or too much; gives how many lines that took. */
    int settle(Of of, List<Long> ids, Long account, Instant now) {
        Query settle = em.createNativeQuery(SETTLE.formatted(of.condition, SHARE))
                .setParameter("account", account)
                .setParameter("now", now);
        if (of != Of.EVERYBODY) {
            settle.setParameter("ids", ids.toArray(Long[]::new));
        }
        return settle.executeUpdate();
    }

    /** Somebody's points, the latest first; what was put right to nothing is left in with nothing. */
    @SuppressWarnings("unchecked")
    List<Credit> credits(Long person, String scheme) {
        List<Tuple> rows = em.createNativeQuery(CREDITS, Tuple.class)
                .setParameter("person", person)
                .setParameter("scheme", scheme)
                .getResultList();
        return rows.stream()
                .map(row -> new Credit(
                        row.get("id", Long.class),
                        row.get("scheme_code", String.class),
                        row.get("number", String.class),
                        CreditSource.valueOf(row.get("source", String.class)),
                        row.get("category", String.class),
                        row.get("points", BigDecimal.class),
                        LocalDate.parse(row.get("day", String.class)),
                        row.get("title", String.class),
                        row.get("organiser", String.class),
                        row.get("corrected", Boolean.class)))
                .toList();
    }

    List<ClaimLine> claimsOf(Long person, String scheme) {
        return claims(em.createNativeQuery(
                        CLAIMS.formatted(
                                "c.person_id = :person and (cast(:scheme as text) is null or c.scheme_code = :scheme)"
                                        + " order by c.earned_on desc, c.id desc"),
                        Tuple.class)
                .setParameter("person", person)
                .setParameter("scheme", scheme));
    }

    /** What an organisation was asked to look at and has not yet, the oldest first, a hundred at most. */
    List<ClaimLine> openAt(Long organisation) {
        return claims(em.createNativeQuery(
                        CLAIMS.formatted("c.organisation_id = :organisation and c.state = 'OPEN'"
                                + " order by c.declared_at, c.id limit 100"),
                        Tuple.class)
                .setParameter("organisation", organisation));
    }

    @SuppressWarnings("unchecked")
    private static List<ClaimLine> claims(Query query) {
        List<Tuple> rows = query.getResultList();
        return rows.stream()
                .map(row -> new ClaimLine(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, BigDecimal.class),
                        LocalDate.parse(row.get(6, String.class)),
                        row.get(7, String.class),
                        ClaimState.valueOf(row.get(8, String.class)),
                        row.get(9, String.class),
                        row.get(10, String.class),
                        row.get(11, Instant.class)))
                .toList();
    }

    /** The points of a claim that was approved, or with that reason takes them back. */
    int enter(Long claim, String takenBackBecause, Long account, Instant now) {
        return em.createNativeQuery("""
                        insert into crm.credit_entry (person_id, scheme_code, source, category, points, earned_on, title, claim_id,
                                                      corrects_id, reason, entered_at, account_id)
                        select c.person_id, c.scheme_code, 'SELF', c.category,
                               case when cast(:reason as text) is null then c.points else -c.points end, c.earned_on, c.title, c.id,
                               k.id, cast(:reason as text), :now, cast(:account as bigint)
                          from crm.credit_claim c
                          left join crm.credit_entry k on k.claim_id = c.id and k.corrects_id is null
                         where c.id = :claim""")
                .setParameter("claim", claim)
                .setParameter("reason", takenBackBecause)
                .setParameter("account", account)
                .setParameter("now", now)
                .executeUpdate();
    }

    void keepEvidence(Long claim, Evidence evidence) {
        em.createNativeQuery("""
                        insert into crm.credit_evidence (claim_id, file_name, media_type, content)
                        values (:claim, :name, :type, :content)""")
                .setParameter("claim", claim)
                .setParameter("name", evidence.fileName())
                .setParameter("type", evidence.mediaType())
                .setParameter("content", evidence.content())
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    List<Evidence> evidence(Long claim) {
        List<Tuple> rows = em.createNativeQuery(
                        "select file_name, media_type, content from crm.credit_evidence where claim_id = :claim",
                        Tuple.class)
                .setParameter("claim", claim)
                .getResultList();
        return rows.stream()
                .map(row -> new Evidence(row.get(0, String.class), row.get(1, String.class), row.get(2, byte[].class)))
                .toList();
    }

    /** Whether a register has that category in one of the versions that stand. */
    boolean isCategory(String scheme, String category) {
        return !em.createNativeQuery("""
                        select 1 from crm.scheme_version
                         where scheme_code = :scheme and replaced_at is null and :category = any (categories)""", Integer.class)
                .setParameter("scheme", scheme)
                .setParameter("category", category)
                .getResultList()
                .isEmpty();
    }
}
