package nl.kring.crm.attendance.delivery;

/**
 * How far each participant of an edition is at each register that counts its course: one statement for all of them. What stands in
 * the way is asked in the order in which it is solved: first for all at once, then for one.
 */
final class DeliverySql {

    /** One row for each participant and register, and one without a register for who has none that counts it. */
    static final String ROWS = """
            with ed as (
              select e.id, e.course_id, (e.starts_at at time zone 'Europe/Amsterdam')::date as day,
                     (select count(*) from crm.session s where s.edition_id = e.id) as sessions
                from crm.edition e where e.id = :edition),
            who as materialized (
              select n.id, n.uuid, n.person_id, count(a.id) filter (where a.present) as present, count(a.id) as marked
                from crm.enrolment n
                left join crm.attendance a on a.enrolment_id = n.id
                      and a.session_id in (select s.id from crm.session s where s.edition_id = :edition)
               where n.edition_id = :edition and n.state in ('CONFIRMED', 'ATTENDED', 'PARTIAL', 'NO_SHOW')
               group by n.id, n.uuid, n.person_id),
            asked as materialized (
              select distinct on (r.scheme_code) r.scheme_code, r.state, r.course_type, r.course_number, r.own_codes, r.module_code,
                     r.valid_from, r.valid_to
                from crm.accreditation_request r cross join ed
               where r.course_id = ed.course_id
               order by r.scheme_code,
                        coalesce(r.state = 'GRANTED' and ed.day between r.valid_from and r.valid_to, false) desc,
                        array_position(array['REQUESTED', 'GRANTED', 'DRAFT', 'REJECTED'], r.state), r.id desc),
            worth as materialized (
              select s.code, s.name, s.position, s.person_identifier, s.pe_org_id, o.name as org_name, o.number_pattern,
                     o.big_prefix, o.own_prefix, ed.day, ed.sessions, q.state as asked, coalesce(q.course_type, 'WHOLE') as course_type,
                     q.course_number, coalesce(q.own_codes, false) as own_codes, q.module_code, q.valid_from, q.valid_to,
                     a.held_on, a.number as edition_number
                from ed cross join crm.scheme s
                left join asked q on q.scheme_code = s.code
                left join crm.accreditation w on w.course_id = ed.course_id and w.scheme_code = s.code and w.points > 0
                left join crm.pe_organisation o on o.org_id = s.pe_org_id
                left join crm.accreditation_announcement a on a.edition_id = ed.id and a.scheme_code = s.code
               where s.unit <> 'NONE' and (q.scheme_code is not null or w.id is not null)),
            numbers as materialized (
              select n.person_id, n.qualifier as scheme_code, min(n.value) as number
                from crm.statement n
               where n.field = 'registerNumber' and n.withdrawn_at is null and n.person_id in (select w.person_id from who w)
               group by n.person_id, n.qualifier),
            fits as materialized (
              select w.id as enrolment_id, x.code, g.number, m.ends_on,
                     bool_or(g.number is not null or m.id is not null) over (partition by w.id) as known_somewhere,
                     m.id is not null as member,
                     count(g.number) over (partition by x.code, g.number) as same
                from who w
                join crm.person p on p.id = w.person_id
                cross join worth x
                left join numbers n on n.person_id = p.id and n.scheme_code = x.code
                left join crm.register_membership m on m.person_id = p.id and m.scheme_code = x.code
                cross join lateral (select nullif(case x.person_identifier when 'BIG' then p.big
                                                       when 'VVN_OR_BIG' then coalesce(n.number, p.big)
                                                       else n.number end, '') as number) as g
               where n.number is not null or m.id is not null
                  or exists (select 1 from crm.scheme_profession f where f.scheme_code = x.code and f.profession = p.profession)),
            stands as materialized (
              select d.enrolment_id, d.scheme_code, bool_or(d.state = 'NONE') as none, bool_or(d.state = 'REJECTED') as rejected,
                     bool_or(d.state in ('PENDING', 'SENT')) as waits, bool_or(d.state = 'ENTERED') as entered,
                     count(*) filter (where d.state = 'ACCEPTED') as accepted, bool_or(d.state = 'CHECKED') as checked,
                     min(d.error_code) filter (where d.state = 'REJECTED') as error_code,
                     string_agg(distinct d.error_text, chr(10)) filter (where d.state = 'REJECTED') as error_text,
                     max(d.changed_at) as changed_at, max(d.account_id) as account_id
                from crm.credit_delivery d
               where d.enrolment_id in (select w.id from who w)
               group by d.enrolment_id, d.scheme_code),
            known as (
              select w.id as enrolment_id, w.uuid as enrolment_uuid, w.person_id, x.code as scheme_code, x.name as scheme_name, x.position,
                     x.pe_org_id, x.org_name, x.course_type, x.course_number, x.own_codes, x.module_code, x.edition_number,
                     f.number, x.big_prefix, x.own_prefix, d.none, d.rejected, d.waits, d.entered, d.accepted, d.checked,
                     d.error_code, d.error_text, d.changed_at, d.account_id,
                     case when x.course_type = 'MEETINGS' then w.present
                          when w.present = ed.sessions and ed.sessions > 0 then 1 else 0 end as earned,
                     w.marked = ed.sessions and (w.present = 0 or x.course_type <> 'MEETINGS' and w.present < ed.sessions) as absent,
                     w.present > 0 as partly,
                     case when x.code is null then
                            case when exists (select 1 from crm.scheme_profession e join crm.scheme s on s.code = e.scheme_code
                                               where e.profession = p.profession and s.unit <> 'NONE')
                                   or exists (select 1 from crm.register_membership m where m.person_id = p.id)
                                 then 'OTHER_REGISTER' else 'NO_REGISTER' end
                          when x.asked = 'DRAFT' then 'NOT_REQUESTED'
                          when x.asked = 'REQUESTED' then 'PENDING'
                          when x.asked = 'REJECTED' then 'REFUSED'
                          when x.day < x.valid_from or x.day > x.valid_to then 'NOT_ON_DATE'
                          when x.pe_org_id is not null and x.course_number is null then 'NO_ID'
                          when x.pe_org_id is not null and x.course_type in ('MEETINGS', 'WHOLE') and x.held_on is null then 'NOT_ANNOUNCED'
                          when x.held_on <> x.day then 'OTHER_DAY'
                          when f.number is null then 'NO_NUMBER'
                          when not f.number ~ ('^(' || x.number_pattern || ')$') then 'NUMBER_FORMAT'
                          when f.same > 1 then 'SAME_NUMBER'
                          when f.ends_on < x.day then 'REGISTRATION_OVER' end as why
                from who w
                cross join ed
                join crm.person p on p.id = w.person_id
                left join fits f on f.enrolment_id = w.id and (f.number is not null or f.member or not f.known_somewhere)
                left join worth x on x.code = f.code
                left join stands d on d.enrolment_id = w.id and d.scheme_code = x.code)
            select k.*,
                   case when k.scheme_code is null or k.none then 'NOT_APPLICABLE'
                        when k.rejected then 'REJECTED'
                        when k.waits or k.entered then 'DELIVERED'
                        when k.accepted > 0 and k.accepted >= k.earned then 'ACCEPTED'
                        when k.absent or k.why = 'REFUSED' then 'NOT_APPLICABLE'
                        when k.why is not null then 'BLOCKED'
                        else 'READY' end as state,
                   case when k.scheme_code is null then k.why
                        when k.none then 'SAID_NONE'
                        when k.rejected then null
                        when (k.waits or k.entered or k.accepted > 0) and k.absent then 'WITHDRAW'
                        when k.waits then 'SENT'
                        when k.entered then 'ENTERED'
                        when k.accepted > 0 and k.accepted >= k.earned then null
                        when k.absent then case when k.partly then 'PARTLY' else 'ABSENT' end
                        else k.why end as reason,
                   case when k.number ~ '^[0-9]{11}$' then coalesce(k.big_prefix, '') || k.number
                        else coalesce(k.own_prefix, '') || k.number end as paste
              from known k""";

    private DeliverySql() {}
}
