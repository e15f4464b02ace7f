-- What somebody said by hand before something was granted counts for the days before, as it did; the grant counts from its first day.
alter table crm.accreditation
  add column said_points numeric(5,1) check (said_points > 0),
  add column said_category text,
  add column said_before date,
  add check ((said_points is null) = (said_before is null));

-- What an edition is worth in each register: by category, and by session where the part of a grant is the title or the place of one. Of
-- the whole counts the first day of the edition, of a session its own; on a day for which nothing was granted it is worth nothing. What
-- somebody said by hand counts on every day where nothing was ever granted, else on the days of what was granted; and what was said before a
-- grant so on the days before that begins.
create or replace function crm.worth_of(edition bigint)
returns table (scheme_code text, category text, session_id bigint, points numeric)
language sql stable parallel safe rows 4 as $$
  select a.scheme_code, w.category, w.session_id, w.points
    from crm.edition e
    join crm.accreditation a on a.course_id = e.course_id and a.points > 0
    join crm.scheme s on s.code = a.scheme_code
   cross join lateral (select (e.starts_at at time zone 'Europe/Amsterdam')::date as first) as d
   cross join lateral (
         select coalesce(said.category, s.usual_category) as category, null::bigint as session_id, said.points as points
           from (select a.category, a.points, 'infinity'::date as before where a.request_id is null
                 union all
                 select a.said_category, a.said_points, a.said_before
                  where a.request_id is not null and d.first < a.said_before) as said
          where not exists (select 1 from crm.accreditation_request r
                             where r.course_id = a.course_id and r.scheme_code = a.scheme_code and r.state = 'GRANTED'
                               and r.valid_from < said.before)
             or exists (select 1 from crm.accreditation_request r
                         where r.course_id = a.course_id and r.scheme_code = a.scheme_code and r.state = 'GRANTED'
                           and r.valid_from < said.before and d.first between r.valid_from and r.valid_to)
         union all
         select p.category, h.session_id, sum(p.points)
           from (select null::bigint as session_id, d.first as day
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
          where a.request_id is not null and (a.said_before is null or d.first >= a.said_before)
            and m.session_id is not distinct from h.session_id
          group by p.category, h.session_id) as w
   where e.id = $1
$$;
