-- What a course is worth follows from what was granted: by category of the register, by session where it is counted so, and on the days
-- for which it was granted. The sum of it stays beside the course; somebody may say another sum by hand, and then that counts, in one
-- category.
alter table crm.accreditation add column request_id bigint references crm.accreditation_request on delete set null;
create index accreditation_granted_by on crm.accreditation (request_id) where request_id is not null;

-- What was granted and is still what stands beside the course was not said by hand.
update crm.accreditation a set request_id = g.id
  from (select distinct on (r.course_id, r.scheme_code) r.id, r.course_id, r.scheme_code,
               (select sum(p.points) from crm.accreditation_request_points p where p.request_id = r.id) as points
          from crm.accreditation_request r
         where r.state = 'GRANTED'
         order by r.course_id, r.scheme_code, r.id desc) as g
 where g.course_id = a.course_id and g.scheme_code = a.scheme_code and g.points = a.points;

-- What an edition is worth in each register: by category, and by session where the part of a grant is the title or the place of one. Of
-- the whole counts the first day of the edition, of a session its own; on a day for which nothing was granted it is worth nothing. Without
-- any grant what somebody said counts on every day.
create function crm.worth_of(edition bigint)
returns table (scheme_code text, category text, session_id bigint, points numeric)
language sql stable parallel safe rows 4 as $$
  select a.scheme_code, w.category, w.session_id, w.points
    from crm.edition e
    join crm.accreditation a on a.course_id = e.course_id and a.points > 0
    join crm.scheme s on s.code = a.scheme_code
   cross join lateral (
         select coalesce(a.category, s.usual_category) as category, null::bigint as session_id, a.points as points
          where a.request_id is null
            and (not exists (select 1 from crm.accreditation_request r
                              where r.course_id = a.course_id and r.scheme_code = a.scheme_code and r.state = 'GRANTED')
                 or exists (select 1 from crm.accreditation_request r
                             where r.course_id = a.course_id and r.scheme_code = a.scheme_code and r.state = 'GRANTED'
                               and (e.starts_at at time zone 'Europe/Amsterdam')::date between r.valid_from and r.valid_to))
         union all
         select p.category, h.session_id, sum(p.points)
           from (select null::bigint as session_id, (e.starts_at at time zone 'Europe/Amsterdam')::date as day
                 union all
                 select t.id, (t.starts_at at time zone 'Europe/Amsterdam')::date from crm.session t where t.edition_id = e.id) as h
          cross join lateral (
                select r.id, r.course_type from crm.accreditation_request r
                 where r.course_id = a.course_id and r.scheme_code = a.scheme_code and r.state = 'GRANTED'
                   and h.day between r.valid_from and r.valid_to
                 order by r.id desc limit 1) as g
           join crm.accreditation_request_points p on p.request_id = g.id
           left join lateral (
                select t.id as session_id from crm.session t
                 where g.course_type = 'MEETINGS' and t.edition_id = e.id
                   and (lower(btrim(t.title)) = lower(btrim(p.part))
                        or t.position = cast(substring(p.part from '([0-9]{1,4})[^0-9]*$') as integer))
                 order by coalesce(lower(btrim(t.title)) = lower(btrim(p.part)), false) desc, t.position limit 1) as m on true
          where a.request_id is not null and m.session_id is not distinct from h.session_id
          group by p.category, h.session_id) as w
   where e.id = $1
$$;

-- Each category of a register is a line of its own.
drop index crm.credit_entry_earned_once;
create unique index credit_entry_earned_once on crm.credit_entry (enrolment_id, scheme_code, category)
  where enrolment_id is not null and corrects_id is null;

-- Of a course with points in more than one category the certificate says how many in each; null where there is one.
alter table crm.certificate_points
  add column category text,
  drop constraint certificate_points_pkey;
create unique index certificate_points_once on crm.certificate_points (certificate_id, scheme_code, coalesce(category, ''));
