-- What those who were there can show for it, once the ledger knows what it was worth: of the evenings that were closed. The code is drawn
-- for each of them.
with given as (
  insert into crm.certificate (id, uuid, enrolment_id, edition_id, organiser_id, person_id, code, issued_at, person_name, course_title,
                               organiser_name, held_from, held_to, initials, held_at, signatory_name, signatory_function)
  select nextval('crm.entity_seq'), gen_random_uuid(), n.id, d.id, o.id, p.id, k.code, d.ends_at + interval '2 days', p.display_name,
         c.title, o.name, d.starts_at, d.ends_at, p.initials, concat_ws(', ', d.location, d.place), l.signatory_name, l.signatory_function
    from crm.enrolment n
    join crm.edition d on d.id = n.edition_id and d.state = 'ARCHIVED'
    join crm.course c on c.id = d.course_id
    join crm.organisation o on o.id = c.organiser_id
    join crm.person p on p.id = n.person_id
    left join crm.letterhead l on l.organisation_id = o.id
   cross join lateral (select upper(regexp_replace(substr(replace(gen_random_uuid()::text, '-', ''), 16 + n.id::int % 1, 16),
                                                   '(....)(....)(....)(....)', '\1-\2-\3-\4')) as code) k
   where n.state = 'ATTENDED'
  returning id, enrolment_id, edition_id)
insert into crm.certificate_points (certificate_id, scheme_code, scheme_name, unit, points, accreditation_number)
  select g.id, s.code, s.name, s.unit, sum(k.points), max(r.course_number)
    from given g
    join crm.credit_entry k on k.enrolment_id = g.enrolment_id
    join crm.scheme s on s.code = k.scheme_code
    join crm.edition d on d.id = g.edition_id
    left join crm.accreditation_request r on r.course_id = d.course_id and r.scheme_code = s.code and r.state = 'GRANTED'
   group by g.id, s.code, s.name, s.unit
  having sum(k.points) > 0;
