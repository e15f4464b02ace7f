-- What happened at the evenings of the demo before its first day, and what stands around them: who had a seat and was there, what came
-- of it at the registers, what participants thought of it, a peer review group, requests for courses to come. Everybody is fictitious;
-- the courses were planned beforehand. Days hang on the setting kring.today.

create temp table demo_evening on commit drop as
  select k.key, d.id, d.course_id, c.title, c.organiser_id, d.starts_at, d.ends_at, s.id as session_id,
         (d.starts_at at time zone 'Europe/Amsterdam')::date as day
    from (values ('EARLIER', 'Palliatieve sedatie en euthanasie'), ('TAUGHT', 'Motiverende gespreksvoering'),
                 ('DELIVERED', 'Hartfalen in de eerste lijn'), ('TO_CLOSE', 'Depressie en slaap bij ouderen'),
                 ('TONIGHT', 'Sepsis vroeg herkennen'), ('COMING', 'Kwetsbare ouderen: medicatiebeoordeling'))
         as k (key, title)
    join crm.course c on c.title = k.title
    join crm.edition d on d.course_id = c.id
    join crm.session s on s.edition_id = d.id;

update crm.edition d
   set published_at = e.starts_at - interval '75 days', created_at = e.starts_at - interval '90 days',
       state = case e.key when 'TONIGHT' then 'CLOSED' when 'TO_CLOSE' then 'HELD' else 'ARCHIVED' end,
       accreditation_state = 'GRANTED',
       invoicing_state = case when e.key = 'TO_CLOSE' then 'TO_INVOICE' else 'NOT_NEEDED' end
  from demo_evening e where e.id = d.id and e.key <> 'COMING';
update crm.edition d set accreditation_state = 'GRANTED' from demo_evening e where e.id = d.id and e.key = 'COMING';

-- Who taught.
insert into crm.course_profile (id, uuid, course_id, objectives)
  select nextval('crm.entity_seq'), gen_random_uuid(), e.course_id,
         'Na afloop kunt u wat hier verzonnen is toepassen in een verzonnen praktijk.'
    from demo_evening e
   where e.key <> 'COMING' and not exists (select 1 from crm.course_profile f where f.course_id = e.course_id);
insert into crm.course_speaker (id, uuid, profile_id, position, person_id, created_at)
  select nextval('crm.entity_seq'), gen_random_uuid(), f.id, 1, p.id, e.starts_at - interval '90 days'
    from demo_evening e
    join crm.course_profile f on f.course_id = e.course_id
    join crm.person p on p.birth_name = case when e.key = 'TAUGHT' then 'Voorbeeld' else 'Proefstra' end
   where e.key in ('TAUGHT', 'DELIVERED') and p.merged_into_id is null;

-- Seats, and who was there: IN and out by the code at the door, HERE because somebody said so, AWAY, or not known yet.
create temp table demo_seat on commit drop as
  select e.*, p.id as person_id, p.email, p.big, p.profession, k.presence, nextval('crm.entity_seq') as enrolment_id,
         case when k.walk_in then e.starts_at + interval '4 minutes' else e.starts_at - (20 + row_number() over ()) * interval '1 day' end
           as enrolled_at
    from (values
         ('EARLIER', 'Voorbeeld', 'HERE', false), ('EARLIER', 'Proefstra', 'HERE', false), ('EARLIER', 'Fictiema', 'HERE', false),
         ('TAUGHT', 'Demoma', 'IN', false), ('TAUGHT', 'Modelstra', 'IN', false), ('TAUGHT', 'Proefstra', 'IN', false),
         ('TAUGHT', 'Fictiema', 'IN', false), ('TAUGHT', 'Schijnhuis', 'IN', false), ('TAUGHT', 'Denkbeeld', 'IN', false),
         ('TAUGHT', 'Assinkstra', 'IN', false), ('TAUGHT', 'Broekstra', 'IN', false),
         ('DELIVERED', 'Voorbeeld', 'IN', false), ('DELIVERED', 'Demoma', 'IN', false), ('DELIVERED', 'Fictiema', 'IN', false),
         ('DELIVERED', 'Schijnhuis', 'IN', false), ('DELIVERED', 'Denkbeeld', 'IN', false), ('DELIVERED', 'Fantasma', 'IN', false),
         ('DELIVERED', 'Zomaarda', 'AWAY', false),
         ('TO_CLOSE', 'Voorbeeld', 'IN', false), ('TO_CLOSE', 'Proefstra', 'IN', false), ('TO_CLOSE', 'Demoma', 'IN', false),
         ('TO_CLOSE', 'Modelstra', 'HERE', false), ('TO_CLOSE', 'Fictiema', 'AWAY', false), ('TO_CLOSE', 'Verzonstra', 'IN', false),
         ('TO_CLOSE', 'Denkbeeld', null, false), ('TO_CLOSE', 'Fantasma', 'IN', false), ('TO_CLOSE', 'Schijnhuis', 'IN', true),
         ('TONIGHT', 'Voorbeeld', null, false), ('TONIGHT', 'Demoma', null, false), ('TONIGHT', 'Fictiema', null, false),
         ('TONIGHT', 'Denkbeeld', null, false), ('TONIGHT', 'Verzonstra', null, false),
         ('COMING', 'Voorbeeld', null, false), ('COMING', 'Verzonstra', null, false), ('COMING', 'Denkbeeld', null, false))
         as k (key, who, presence, walk_in)
    join demo_evening e on e.key = k.key
    join crm.person p on p.birth_name = k.who and p.merged_into_id is null;
update demo_seat set enrolled_at = current_setting('kring.now')::timestamptz - interval '3 days' where key = 'COMING';

insert into crm.enrolment (id, uuid, edition_id, person_id, state, price_cents, base_cents, email, enrolled_at, confirmed_at, payer_kind)
  select s.enrolment_id, gen_random_uuid(), s.id, s.person_id,
         case when s.presence is null then 'CONFIRMED' when s.presence = 'AWAY' then 'NO_SHOW' else 'ATTENDED' end,
         d.price_cents, d.price_cents, s.email, s.enrolled_at, s.enrolled_at, case when d.price_cents > 0 then 'SELF' end
    from demo_seat s join crm.edition d on d.id = s.id;
insert into crm.enrolment_event (enrolment_id, at, what)
  select enrolment_id, enrolled_at, 'CONFIRMED' from demo_seat
   union all
  select enrolment_id, ends_at, 'ATTENDED' from demo_seat where presence in ('IN', 'HERE')
   order by 1, 2;
update crm.seat_count n set taken = n.taken + x.seats
  from (select id, count(*) as seats from demo_seat group by id) x where x.id = n.edition_id;

insert into crm.attendance (id, uuid, enrolment_id, session_id, present, recorded_at, came_at, left_at, minutes, source)
  select nextval('crm.entity_seq'), gen_random_uuid(), s.enrolment_id, s.session_id, s.presence <> 'AWAY', s.ends_at,
         case when s.presence = 'IN' then greatest(s.enrolled_at, s.starts_at - interval '3 minutes') end, case when s.presence = 'IN' then s.ends_at end,
         case when s.presence = 'IN' then extract(epoch from s.ends_at - greatest(s.enrolled_at, s.starts_at))::int / 60 end,
         case when s.presence = 'IN' then 'SCAN' else 'HAND' end
    from demo_seat s where s.presence is not null;

-- Granted at every register that gives points for it, and announced there.
create temp table demo_staff on commit drop as
  select o.id as organisation_id, min(g.account_id) as account_id
    from crm.organisation o join crm.role_grant g on g.organisation_id = o.id and g.role = 'STAFF'
    join crm.account a on a.id = g.account_id and a.email = lower(o.code) || '@example.nl' group by o.id;

insert into crm.accreditation_request
    (id, uuid, course_id, scheme_code, state, course_type, course_number, valid_from, valid_to, lead_days, attendance_days, fee_cents,
     requested_on, decided_on, created_at)
  select nextval('crm.entity_seq'), gen_random_uuid(), e.course_id, w.scheme_code, 'GRANTED', 'WHOLE',
         (940000 + row_number() over (order by e.day, w.scheme_code))::text, least(e.day - 60, today - 20), least(e.day - 60, today - 20) + 364,
         t.lead_days, t.attendance_days, t.fee_cents, least(e.day - 80, today - 60), least(e.day - 60, today - 20),
         least(e.starts_at - interval '85 days', current_setting('kring.now')::timestamptz - interval '65 days')
    from demo_evening e
    join crm.accreditation w on w.course_id = e.course_id
    join crm.accreditation_terms t on t.scheme_code = w.scheme_code
   cross join (select current_setting('kring.today')::date as today) x;
insert into crm.accreditation_request_points (request_id, position, category, points)
  select r.id, 1, 'ACCREDITED', w.points
    from crm.accreditation_request r
    join demo_evening e on e.course_id = r.course_id
    join crm.accreditation w on w.course_id = r.course_id and w.scheme_code = r.scheme_code;
insert into crm.accreditation_announcement (edition_id, scheme_code, held_on, number, announced_at, account_id)
  select e.id, r.scheme_code, e.day, (500000 + row_number() over (order by e.day, r.scheme_code))::text,
         least(e.starts_at - interval '14 days', current_setting('kring.now')::timestamptz - interval '10 days'), f.account_id
    from demo_evening e
    join crm.accreditation_request r on r.course_id = e.course_id
    join demo_staff f on f.organisation_id = e.organiser_id;

-- One request was sent and has no answer, one is still being prepared; neither gives points yet.
create temp table demo_asked on commit drop as
  select c.id as course_id, d.id as edition_id, d.starts_at, k.state
    from (values ('Enkel-armindex meten', 'REQUESTED'), ('Palliatieve zorg in de wijk (PaTz)', 'DRAFT')) as k (title, state)
    join crm.course c on c.title = k.title join crm.edition d on d.course_id = c.id;
insert into crm.accreditation_request
    (id, uuid, course_id, scheme_code, state, course_type, lead_days, attendance_days, fee_cents, requested_on, note, created_at)
  select nextval('crm.entity_seq'), gen_random_uuid(), a.course_id, w.scheme_code, a.state, 'WHOLE', t.lead_days, t.attendance_days,
         t.fee_cents, case when a.state = 'REQUESTED' then current_setting('kring.today')::date - 12 end,
         case when a.state = 'DRAFT' then 'Leerdoelen nog afstemmen met de docent.' end,
         current_setting('kring.now')::timestamptz - interval '20 days'
    from demo_asked a
    join crm.accreditation w on w.course_id = a.course_id
    join crm.accreditation_terms t on t.scheme_code = w.scheme_code;
insert into crm.accreditation_request_points (request_id, position, category, points)
  select r.id, 1, 'ACCREDITED', w.points
    from crm.accreditation_request r
    join demo_asked a on a.course_id = r.course_id
    join crm.accreditation w on w.course_id = r.course_id and w.scheme_code = r.scheme_code;
delete from crm.accreditation where course_id in (select course_id from demo_asked);
update crm.edition d set accreditation_state = case a.state when 'DRAFT' then 'TO_REQUEST' else 'REQUESTED' end
  from demo_asked a where a.edition_id = d.id;
insert into crm.accreditation_dossier (course_id, need, didactics, competences, assessment, literature)
  select course_id, 'Uit een verzonnen peiling bleek dat deelnemers dit niet vaak doen en er onzeker over zijn.',
         'Korte inleiding, daarna oefenen in tweetallen met een docent erbij.', 'Vakinhoudelijk handelen; samenwerking.',
         'Oefening met beoordelingsformulier.', 'NHG-Standaard (zie nhg.org).'
    from demo_asked;
insert into crm.institutional_accreditation (organisation_id, scheme_code, number, valid_from, criteria)
  select id, 'RGS-HA', 'VOORBEELD-1', date '2024-01-01', 'Voorbeeld: eigen accreditatiefunctionaris, vaste criteria.'
    from crm.organisation where code = 'WDH';

-- What professionals said of their own registration, and what the register itself said on a day.
create temp table demo_dossier on commit drop as
  select p.id as person_id, a.id as account_id, k.scheme, k.said, k.category, k.points,
         (date_trunc('month', current_setting('kring.today')::date) - k.months * interval '1 month')::date as starts_on
    from (values ('Voorbeeld', 'RGS-HA', 50, 20, 'ACCREDITED', 167.5), ('Voorbeeld', 'RGS-HA', 50, 20, 'PEER_REVIEW', 10.0),
                 ('Demoma', 'NVVPO-KR', 38, 34, 'ACCREDITED', 51.0), ('Demoma', 'NVVPO-KR', 38, 34, 'OTHER', 12.0),
                 ('Modelstra', 'LVPOHGGZ-KR', 26, 15, 'ACCREDITED', 34.0), ('Modelstra', 'LVPOHGGZ-KR', 26, 15, 'INTERVISION', 12.0),
                 ('Modelstra', 'LVPOHGGZ-KR', 26, 15, 'PROFESSIONAL', 8.0))
         as k (who, scheme, months, said, category, points)
    join crm.person p on p.birth_name = k.who and p.merged_into_id is null
    join crm.account a on a.person_id = p.id;
insert into crm.register_membership (person_id, scheme_code, starts_on, ends_on, account_id, told_at)
  select distinct person_id, scheme, starts_on, (starts_on + interval '5 years' - interval '1 day')::date, account_id,
         current_setting('kring.now')::timestamptz - interval '80 days'
    from demo_dossier;
insert into crm.register_total (person_id, scheme_code, as_of, entered_at, account_id)
  select distinct person_id, scheme, current_setting('kring.today')::date - said,
         current_setting('kring.now')::timestamptz - said * interval '1 day', account_id
    from demo_dossier;
insert into crm.register_total_part (total_id, category, points)
  select t.id, d.category, d.points
    from crm.register_total t join demo_dossier d on d.person_id = t.person_id and d.scheme = t.scheme_code;
insert into crm.work_statement (person_id, scheme_code, code, value, said_at, account_id)
  select distinct d.person_id, d.scheme, k.code, k.value, current_setting('kring.now')::timestamptz - interval '20 days', d.account_id
    from demo_dossier d
    join (values ('RGS-HA', 'HOURS_PER_WEEK', 28.0), ('RGS-HA', 'OUT_OF_HOURS_DUTY', 190.0), ('NVVPO-KR', 'HOURS', 1750.0))
         as k (scheme, code, value) on k.scheme = d.scheme;

-- Declared with evidence: one that FEA approved, one that waits.
create temp table demo_claim on commit drop as
  select nextval('crm.entity_seq') as id, d.person_id, d.account_id, k.*
    from (values ('RGS-HA', 'Voorbeeld', 'Landelijk congres urgentie (verzonnen)', 6.0, 120, 'APPROVED'),
                 ('RGS-HA', 'Voorbeeld', 'Online cursus antistolling (verzonnen)', 2.0, 25, 'OPEN'),
                 ('NVVPO-KR', 'Demoma', 'Symposium longzorg (verzonnen)', 4.0, 60, 'OPEN'))
         as k (scheme, who, title, points, days, state)
    join crm.person p on p.birth_name = k.who and p.merged_into_id is null
    join (select distinct person_id, account_id from demo_dossier) d on d.person_id = p.id;
insert into crm.credit_claim (id, uuid, person_id, organisation_id, scheme_code, category, points, earned_on, title, state, declared_at,
                              account_id, decided_at, decided_by)
  select k.id, gen_random_uuid(), k.person_id, f.organisation_id, k.scheme, 'ACCREDITED', k.points,
         current_setting('kring.today')::date - k.days, k.title, k.state,
         current_setting('kring.now')::timestamptz - (k.days - 3) * interval '1 day', k.account_id,
         case when k.state = 'APPROVED' then current_setting('kring.now')::timestamptz - (k.days - 9) * interval '1 day' end,
         case when k.state = 'APPROVED' then f.account_id end
    from demo_claim k
    join crm.organisation o on o.code = 'FEA'
    join demo_staff f on f.organisation_id = o.id;
insert into crm.credit_evidence (claim_id, file_name, media_type, content)
  select id, 'bewijs-voorbeeld.pdf', 'application/pdf', decode('JVBERi0xLjQKMSAwIG9iajw8L1R5cGUvQ2F0YWxvZy9QYWdlcyAyIDAgUj4+IGVuZG9iagoyIDAgb2JqPDwvVHlwZS9QYWdlcy9LaWRzWzMgMCBSXS9Db3Vu
    dCAxPj4gZW5kb2JqCjMgMCBvYmo8PC9UeXBlL1BhZ2UvUGFyZW50IDIgMCBSL01lZGlhQm94WzAgMCA0MjAgMjk4XS9SZXNvdXJjZXM8PC9Gb250PDwvRjEg
    NSAwIFI+Pj4+L0NvbnRlbnRzIDQgMCBSPj4gZW5kb2JqCjQgMCBvYmo8PC9MZW5ndGggMTM5Pj5zdHJlYW0KQlQgL0YxIDE2IFRmIDQwIDIzMCBUZCAoQmV3
    aWpzIHZhbiBkZWVsbmFtZSAtIFZPT1JCRUVMRCkgVGogMCAtMzAgVGQgL0YxIDExIFRmIChWZXJ6b25uZW4gY29uZ3JlcywgdmVyem9ubmVuIGRlZWxuZW1l
    ciwgbmlldHMgd2FhcmQuKSBUaiBFVAplbmRzdHJlYW0gZW5kb2JqCjUgMCBvYmo8PC9UeXBlL0ZvbnQvU3VidHlwZS9UeXBlMS9CYXNlRm9udC9IZWx2ZXRp
    Y2E+PiBlbmRvYmoKeHJlZgowIDYKMDAwMDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwMDA5IDAwMDAwIG4gCjAwMDAwMDAwNTMgMDAwMDAgbiAKMDAwMDAwMDEw
    MyAwMDAwMCBuIAowMDAwMDAwMjE0IDAwMDAwIG4gCjAwMDAwMDA0MDAgMDAwMDAgbiAKdHJhaWxlcjw8L1NpemUgNi9Sb290IDEgMCBSPj4Kc3RhcnR4cmVm
    CjQ2MgolJUVPRgo=', 'base64') from demo_claim;
insert into crm.credit_entry (person_id, scheme_code, source, category, points, earned_on, title, claim_id, entered_at, account_id)
  select c.person_id, c.scheme_code, 'SELF', c.category, c.points, c.earned_on, c.title, c.id, c.decided_at, c.decided_by
    from crm.credit_claim c join demo_claim k on k.id = c.id where c.state = 'APPROVED';

-- Brought to the registers: typed in by hand for doctors, sent for practice nurses, of which one was refused.
insert into crm.credit_delivery (enrolment_id, scheme_code, state, number, error_code, error_text, changed_at, account_id)
  select s.enrolment_id, x.scheme, x.state, x.number, x.code, x.words, s.ends_at + interval '5 days', f.account_id
    from demo_seat s
    join demo_staff f on f.organisation_id = s.organiser_id
   cross join lateral (
         select 'RGS-HA' as scheme, 'ENTERED' as state, s.big as number, null as code, null as words where s.profession in ('GP', 'LOCUM_GP')
         union all
         select 'NVVPO-KR', 'ACCEPTED', '4711', null, null where s.profession = 'PN_SOMATIC'
         union all
         select 'NVVPO-KR', case when s.key = 'TAUGHT' then 'ACCEPTED' else 'REJECTED' end, '4712',
                case when s.key = 'TAUGHT' then null else 'PERSON' end,
                case when s.key = 'TAUGHT' then null else 'De professional is niet gevonden in PE-online (voorbeeld).' end
          where s.profession = 'PN'
         union all
         select 'LVPOHGGZ-KR', 'ENTERED', 'GGZ-0815', null, null where s.profession = 'PN_MENTAL') x
    where s.key in ('EARLIER', 'TAUGHT', 'DELIVERED') and s.presence <> 'AWAY'
      and exists (select 1 from crm.accreditation w where w.course_id = s.course_id and w.scheme_code = x.scheme);

insert into crm.edition_closing (edition_id, participants, left_undone, because, closed_at, closed_by)
  select e.id, (select count(*) from demo_seat s where s.key = e.key), case when e.key = 'DELIVERED' then 1 else 0 end,
         case when e.key = 'DELIVERED' then 'Een nummer bij de NVvPO is geweigerd; nagevraagd, het komt terug als taak.' end,
         e.ends_at + interval '6 days', f.account_id
    from demo_evening e join demo_staff f on f.organisation_id = e.organiser_id
   where e.key in ('EARLIER', 'TAUGHT', 'DELIVERED');

-- Evaluations: of the one before last week can still be answered, of the others the results are there; of one too few answered.
create temp table demo_evaluation on commit drop as
  select e.*, nextval('crm.entity_seq') as evaluation_id, v.id as version_id,
         case e.key when 'TAUGHT' then 7 when 'DELIVERED' then 6 else 2 end as answers
    from demo_evening e
    join crm.questionnaire q on q.organisation_id is null
    join crm.questionnaire_version v on v.questionnaire_id = q.id and v.number = q.latest
   where e.key in ('EARLIER', 'TAUGHT', 'DELIVERED', 'TO_CLOSE');
insert into crm.evaluation (id, edition_id, organisation_id, version_id, sent_on, due_on, closed_at)
  select evaluation_id, id, organiser_id, version_id, day + 1, day + 14,
         case when key <> 'TO_CLOSE' then (day + 15) + time '08:03' end at time zone 'Europe/Amsterdam'
    from demo_evaluation;
insert into crm.evaluation_subject (evaluation_id, scope, position, label, person_id)
  select v.evaluation_id, 'SPEAKER', s.position, p.display_name, p.id
    from demo_evaluation v
    join crm.course_profile f on f.course_id = v.course_id
    join crm.course_speaker s on s.profile_id = f.id
    join crm.person p on p.id = s.person_id;
insert into crm.evaluation_invitation (evaluation_id, enrolment_id, sent_on, reminded, answered)
  select v.evaluation_id, s.enrolment_id, v.day + 1, 1,
         row_number() over (partition by v.evaluation_id order by case when s.person_id in (select person_id from demo_dossier) then 1 else 0 end,
                                                                  s.enrolment_id) <= v.answers
    from demo_evaluation v join demo_seat s on s.id = v.id and s.presence in ('IN', 'HERE');
create temp table demo_response on commit drop as
  select gen_random_uuid() as id, v.evaluation_id, v.version_id, n
    from demo_evaluation v cross join generate_series(1, v.answers) n;
insert into crm.evaluation_response (id, evaluation_id) select id, evaluation_id from demo_response;
insert into crm.evaluation_answer (response_id, question_id, subject_id, number)
  select r.id, k.id, s.id, case k.kind when 'MARK' then 6 + (r.n * r.n + k.position) % 4 else 3 + (r.n * 2 + k.position) % 3 end
    from demo_response r
    join crm.question k on k.version_id = r.version_id and k.kind in ('MARK', 'AGREE')
    left join crm.evaluation_subject s on s.evaluation_id = r.evaluation_id and s.scope = k.scope
   where k.scope = 'COURSE' or s.id is not null;
insert into crm.evaluation_answer (response_id, question_id, words)
  select r.id, k.id, w.words
    from demo_response r
    join crm.question k on k.version_id = r.version_id and k.kind = 'TEXT'
    join (values ('CHANGE', 1, 'Vaker doorvragen voordat ik advies geef.'), ('CHANGE', 3, 'De lijst op het spreekuur naast het toetsenbord leggen.'),
                 ('CHANGE', 5, 'Met de praktijkondersteuner afspreken wie terugbelt.'), ('REMARKS', 2, 'Fijne avond, het had iets korter gemogen.'),
                 ('REMARKS', 4, 'Graag de dia''s nasturen.')) as w (topic, n, words) on w.topic = k.topic and w.n = r.n;

-- A group for peer review, with its consultant, what it means to do this year and the two times that it met.
insert into crm.peer_review_group (id, uuid, organisation_id, kind, name, begins_on, created_at)
  select nextval('crm.entity_seq'), gen_random_uuid(), o.id, 'PHARMACOTHERAPY', 'FTO De Proefhof en omgeving',
         (date_trunc('year', current_setting('kring.today')::date) - interval '2 years')::date,
         current_setting('kring.now')::timestamptz - interval '700 days'
    from crm.organisation o where o.code = 'FEA';
create temp table demo_group on commit drop as
  select g.id, g.name, g.begins_on, o.name as organiser, f.account_id
    from crm.peer_review_group g
    join crm.organisation o on o.id = g.organisation_id
    join demo_staff f on f.organisation_id = o.id where g.name = 'FTO De Proefhof en omgeving';
insert into crm.peer_review_member (id, uuid, group_id, person_id, role, valid_from, account_id, created_at)
  select nextval('crm.entity_seq'), gen_random_uuid(), g.id, p.id, k.role, g.begins_on, g.account_id,
         current_setting('kring.now')::timestamptz - interval '700 days'
    from demo_group g
   cross join (values ('Voorbeeld', 'MEMBER'), ('Voorbeeld', 'CONSULTANT'), ('Proefstra', 'MEMBER'), ('Fictiema', 'MEMBER'),
                      ('Schijnhuis', 'MEMBER')) as k (who, role)
    join crm.person p on p.birth_name = k.who and p.merged_into_id is null;
insert into crm.peer_review_plan (id, uuid, group_id, year, text, handed_in, account_id)
  select nextval('crm.entity_seq'), gen_random_uuid(), g.id, extract(year from current_setting('kring.today')::date)::int,
         'Vier keer bijeen, in de even maanden. Onderwerpen: antibiotica, pijn, slaapmiddelen, ouderen. Elke keer eigen cijfers mee.',
         date_trunc('year', current_setting('kring.today')::date) + interval '9 hours', g.account_id
    from demo_group g;
create temp table demo_meeting on commit drop as
  select nextval('crm.entity_seq') as id, g.id as group_id, g.name, g.organiser, g.account_id, k.subject, k.report,
         current_setting('kring.today')::date - least(k.days, x.doy * k.part / 100) as day
    from demo_group g
   cross join (values ('Antibiotica bij luchtweginfecties', 150, 66, 'Eigen voorschrijfcijfers besproken; afspraak: eerst de wachtroomfolder.'),
                      ('Pijnstilling bij ouderen', 45, 33, 'Afspraak: opiaten altijd met een einddatum in het dossier.'))
         as k (subject, days, part, report)
   cross join (select extract(doy from current_setting('kring.today')::date)::int - 1 as doy) x;
insert into crm.peer_review_meeting (id, uuid, group_id, held_on, minutes, subject, report, recorded_at, account_id)
  select id, gen_random_uuid(), group_id, day, 120, subject, report, day + time '20:00', account_id from demo_meeting;
create temp table demo_met on commit drop as
  select m.*, p.id as person_id, p.big
    from demo_meeting m
    join crm.peer_review_member b on b.group_id = m.group_id and b.role = 'MEMBER'
    join crm.person p on p.id = b.person_id
   where p.birth_name <> 'Schijnhuis' or m.subject like 'Pijn%';
insert into crm.peer_review_presence (meeting_id, person_id, minutes) select id, person_id, 120 from demo_met;
insert into crm.credit_entry (person_id, scheme_code, register_number, source, category, points, earned_on, title, organiser, meeting_id,
                              entered_at, account_id)
  select person_id, 'RGS-HA', big, 'MEETING', 'PEER_REVIEW', 2.0, day, name || ': ' || subject, organiser, id, day + time '20:00', account_id
    from demo_met;

-- How the certificates of FEA look.
insert into crm.letterhead (organisation_id, logo, address_line, closing_text, signatory_name, signatory_function, changed_at, account_id)
  select f.organisation_id, decode('iVBORw0KGgoAAAANSUhEUgAAAPAAAABgCAIAAACsUWiGAAADnklEQVR42u3dzXHbMBCGYRSR6nJ0FS4iHaSXtAb7ZGl4YIjF/uP9Bmdw6Xm0okEKHJOQRhn8
    CQigCQE0IYAmBNAE0IQAmhBA/6+gj7+56vnzmaqef79/oTYj6G+4q8Ma7uqwhrs60OwNWoDYFLcAsSluAWJwB4BWdKwiW9GximxFx8gedSkLWJtSFrA2pXwm
    61Gd8kPWbpQfsnajfBrr0YPyDesQyjesQyifw3o003wxHa75Yjpcc3vToxnl18hB+Wckodye9UDzmZq7mh5oPlZzS9MjULPJgbyWkB00uy1mA3pLs+FHKOIm
    n7rmkNuNgJ7hT2JsatavZ0+zej1nmh5FNV/LyPFcUR7Nx5oe1po9ziHNI3ICRgfWkwt0ac0OVS3pOfYzVg+03wmsUM4D2vlLY6m2g0A30GxaoUAzpsNAt9Fs
    VKdYM6bzgnYtfUNzFOjY/1aXSm0Ouplm9YI3NWMa0IAGtBR0Rc2eZT/EkWSZvLdpHdDeRT9mkQS0oPIkphuCLtqe3Ypf6nM06QKg07Znn/pXQdCkU4MOqHhd
    QyBorVMINN0KdPX2bH0WsvZGkwY0oAFtD7rE9YbpiYgdcNUBaEADeg90j+sNu3PZ+abmqiMd6ELt2eh0NgXQpAENaEADGtCABjSgAQ1oQAMa0IAGNKABvQy6
    0yK0xRntL9yyFE2HpkPToQENaEADGtCABjSgAQ1oQAMa0IAGNKABzfPQZgu3LEIHgJ78YsWsq9GeAQ1oQBuD5lff/Oob0IAGdBzoyc5JBl/WXG/kBc3eduxt
    1w00u4+y+2gl0JP9ofWaHO25Bmh28GcH/0qgJ+9Y0cCBZkADGtA2oCfvKTQ2jeaMoHmTLG+SLQN68q5vM9NojgHdw3QGMWguBtqN9VPQb6wzoHlnnYfyiaCr
    mz5QzzmahaBXTduxfh1iqU+bsf6Zf8mQHaMkZRQAncH09RDRpi/zh2M6UPMWaIFpFdl3ky+aVpF9M/MqKRVYIQdtAlpsWiD76bQi0wLZD+eU8RIgcztQc9Cb
    pk3GhmmLsUPNYcxeGTqzYLqm6dkuQ20iTFczPTtmKE+XQ7PwtovZULnShXIA6Aymt24lWmpOYnq2zrCaNwHlcNZGixJQDgDtzFp3rc2UcgjreUyGxzESUHZj
    7XYrBMphoC1kW9ysdnZsKnuemhF24CDEirhN6wFxMdA30HPVE7E31z101FYCTQigCQE0ATQhgCYE0IQAmpAvs0UU0SVLrZYAAAAASUVORK5CYII=', 'base64'), 'Voorbeeldlaan 1, 7600 AA Almelo – nascholing@example.nl',
         'Voorbeeld: dit bewijs is van een verzonnen nascholing en is niets waard.', 'Fenna de Boer', 'Medewerker nascholing',
         current_setting('kring.now')::timestamptz - interval '200 days', f.account_id
    from demo_staff f join crm.organisation o on o.id = f.organisation_id where o.code = 'FEA';

-- A questionnaire of FEA's own: that of the product with one question more.
with own as (
  insert into crm.questionnaire (organisation_id, name, created_at, account_id)
  select f.organisation_id, 'Avond met casuïstiek (FEA)', current_setting('kring.now')::timestamptz - interval '90 days', f.account_id
    from demo_staff f join crm.organisation o on o.id = f.organisation_id where o.code = 'FEA'
  returning id, created_at, account_id),
version as (
  insert into crm.questionnaire_version (questionnaire_id, number, made_at, account_id)
  select id, 1, created_at, account_id from own returning id)
insert into crm.question (version_id, position, kind, scope, topic, required, text_nl, text_en, options)
select n.id, k.position, k.kind, k.scope, k.topic, k.required, k.text_nl, k.text_en, k.options
  from version n
  join crm.questionnaire q on q.organisation_id is null
  join crm.questionnaire_version v on v.questionnaire_id = q.id and v.number = q.latest
  join crm.question k on k.version_id = v.id
union all
select n.id, 11, 'CHOICE', 'COURSE', null, false, 'Hoe lang mag zo''n avond duren?', 'How long may such an evening last?',
       array['Anderhalf uur', 'Twee uur', 'Tweeënhalf uur']
  from version n;
