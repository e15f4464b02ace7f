package nl.kring.crm.attendance.credit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Hours of peer review in the ledger. For the component that keeps the groups: it has asked who may record what. */
@Stateless
public class MeetingCredits {

    /**
     * In the registers that know peer review, and for intervision and supervision in those that know that instead, of the profession and
     * those that somebody says to be in. What should stand is laid beside what stands, and the difference is written.
     */
    private static final String SETTLE = """
            with numbers as materialized (
              select n.person_id, n.qualifier as scheme_code, min(n.value) as number
                from crm.statement n
               where n.field = 'registerNumber' and n.withdrawn_at is null and n.person_id = any (:persons)
               group by n.person_id, n.qualifier),
            stands as materialized (
              select k.person_id, k.scheme_code, k.category, k.earned_on as day, min(coalesce(k.corrects_id, k.id)) as root,
                     min(k.register_number) as number, min(k.title) as title, min(k.organiser) as organiser, sum(k.points) as points
                from crm.credit_entry k where k.meeting_id = :meeting
               group by k.person_id, k.scheme_code, k.category, k.earned_on),
            stood as (
              select person_id, scheme_code, min(root) as root from stands group by person_id, scheme_code),
            takes as (
              select v.scheme_code, max(c.category) as category
                from crm.scheme_version v
                join unnest(case when cast(:intervision as boolean) then array['PEER_REVIEW', 'INTERVISION'] else array['PEER_REVIEW'] end)
                     as c (category) on c.category = any (v.categories)
               where v.replaced_at is null
                 and (v.valid_from is null or v.valid_from <= cast(:day as date))
                 and (v.valid_to is null or v.valid_to >= cast(:day as date))
               group by v.scheme_code),
            due as (
              select p.id as person_id, s.code as scheme_code, t.category, cast(:day as date) as day, m.hours as points, b.root,
                     case when s.person_identifier = 'BIG' then p.big else n.number end as number
                from unnest(cast(:persons as bigint[]), cast(cast(:hours as text[]) as numeric[])) as m (person, hours)
                join crm.person p on p.id = m.person
                cross join takes t
                join crm.scheme s on s.code = t.scheme_code
                left join numbers n on n.person_id = p.id and n.scheme_code = s.code
                left join stood b on b.person_id = p.id and b.scheme_code = s.code
               where m.hours > 0
                 and (b.root is not null
                      or exists (select 1 from crm.register_membership e where e.person_id = p.id and e.scheme_code = s.code)
                      or exists (select 1 from crm.scheme_profession f where f.scheme_code = s.code and f.profession = p.profession)))
            insert into crm.credit_entry (person_id, scheme_code, register_number, source, category, points, earned_on, title, organiser,
                                          meeting_id, corrects_id, reason, entered_at, account_id)
            select person_id, scheme_code, number, 'MEETING', category, points, day, title, organiser, :meeting, root,
                   case when root is not null then 'MEETING' end, :now, cast(:account as bigint)
              from (select coalesce(d.person_id, s.person_id) as person_id, coalesce(d.scheme_code, s.scheme_code) as scheme_code,
                           coalesce(d.number, s.number) as number, coalesce(d.category, s.category) as category,
                           coalesce(d.points, 0) - coalesce(s.points, 0) as points,
                           coalesce(d.day, s.day) as day, coalesce(s.title, :title) as title, coalesce(s.organiser, :organiser) as organiser,
                           coalesce(s.root, d.root) as root
                      from due d
                      full join stands s on s.person_id = d.person_id and s.scheme_code = d.scheme_code and s.category = d.category
                                        and s.day = d.day) as changed
             where points <> 0""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    /**
     * A meeting as the ledger tells of it.
     *
     * @param intervision whether it was intervision or supervision, which a register without peer review may know
     */
    public record Held(Long meeting, LocalDate day, boolean intervision, String title, String organiser) {}

    /**
     * Makes the ledger say what a meeting was worth to whom; again, with other hours or none, by lines that put it right. For staff and
     * professionals, through a boundary that checked and holds the meeting locked.
     *
     * @param hours by person
     * @return how many lines that took
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PROFESSIONALS})
    public int settle(Held held, Map<Long, BigDecimal> hours) {
        List<Map.Entry<Long, BigDecimal>> all = List.copyOf(hours.entrySet());
        return em.createNativeQuery(SETTLE)
                .setParameter("meeting", held.meeting())
                .setParameter("day", held.day())
                .setParameter("intervision", held.intervision())
                .setParameter("title", held.title())
                .setParameter("organiser", held.organiser())
                .setParameter("persons", all.stream().map(Map.Entry::getKey).toArray(Long[]::new))
                .setParameter(
                        "hours",
                        all.stream().map(one -> one.getValue().toPlainString()).toArray(String[]::new))
                .setParameter("now", clock.instant())
                .setParameter("account", currentUser.accountId())
                .executeUpdate();
    }
}
