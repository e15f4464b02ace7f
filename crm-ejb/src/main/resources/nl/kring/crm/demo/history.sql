-- A past for the fictitious people of the demo: who owned which practice since when, who came after whom, who is employed,
-- who stands in, who is away, who sits on which board. What chance would decide is taken from the keys of the registers, so
-- that every first start tells the same. Days hang on the setting kring.today.

create temp table demo_seed on commit drop as
  select person_id, ('x' || substr(md5(min(register_code || ' ' || source_key)), 1, 7))::bit(28)::int as seed
    from crm.source_record group by person_id;

-- One practice for every GP: the one that the registers know, the rest spread over all.
create temp table demo_practice on commit drop as
  select o.id, row_number() over (order by md5(o.name || coalesce(o.postcode, ''))) as place,
         count(*) over () as practices, coalesce(o.municipality = 'Hengelo', o.place = 'Hengelo', false) as in_hengelo
    from crm.organisation o
   where o.kind = 'PRACTICE' and o.merged_into_id is null and o.valid_to is null;

create temp table demo_gp on commit drop as
  select p.id as person_id, s.seed, p.profession, coalesce(w.organisation_id, e.id) as practice_id, w.organisation_id is not null as known,
         w.role as register_role,
         row_number() over (partition by coalesce(w.role, p.profession) order by s.seed, p.id) as place
    from crm.person p
    join demo_seed s on s.person_id = p.id
    left join lateral (
         select a.organisation_id, a.role
           from crm.affiliation a join demo_practice d on d.id = a.organisation_id
          where a.person_id = p.id and a.derived and a.withdrawn_at is null
          order by a.id limit 1) w on true
    left join demo_practice e on e.place = 1 + s.seed % e.practices
   where p.merged_into_id is null and p.profession in ('GP', 'LOCUM_GP', 'GP_TRAINEE')
     and coalesce(w.organisation_id, e.id) is not null
     and not exists (select 1 from crm.affiliation a where a.person_id = p.id and not a.derived);

-- Roles: what the association says of its members, then owners, employed GPs and locums until there are enough of each.
create temp table demo_role on commit drop as
  with told as (
    select g.*, case when register_role in ('PRACTICE_OWNER', 'SALARIED_GP', 'LOCUM', 'GP_TRAINEE') then register_role
                     when profession = 'GP_TRAINEE' then 'GP_TRAINEE'
                     when profession = 'LOCUM_GP' then 'LOCUM' end as said
      from demo_gp g),
  kept as (
    select t.*, row_number() over (partition by said order by known desc, seed, person_id) as nth from told t),
  missing as (
    select greatest(0, 230 - count(*) filter (where said = 'PRACTICE_OWNER')) as owners,
           greatest(0, 60 - count(*) filter (where said = 'SALARIED_GP')) as employed from kept)
  select k.person_id, k.seed, k.practice_id,
         case when k.said = 'PRACTICE_OWNER' and k.nth > 230 then 'SALARIED_GP'
              when k.said is not null then k.said
              when k.nth <= m.owners then 'PRACTICE_OWNER'
              when k.nth <= m.owners + m.employed then 'SALARIED_GP'
              else 'LOCUM' end as role
    from kept k cross join missing m;

create temp table demo_work (
  person_id bigint, organisation_id bigint, role text, valid_from date, valid_to date, fte numeric(4, 2), main boolean,
  replaces_id bigint) on commit drop;

-- Owners since the first of a quarter between 1994 and 2020.
insert into demo_work
  select person_id, practice_id, role, date '1994-01-01' + (seed % 104) * interval '3 months', null, 1.00, true, null
    from demo_role where role = 'PRACTICE_OWNER';

-- In 36 practices, those of Hengelo first, one owner came after somebody who stopped between 2020 and 2023 and now stands in.
create temp table demo_succession on commit drop as
  with heir as (
    select distinct on (w.organisation_id) w.organisation_id, w.person_id, r.seed, d.in_hengelo
      from demo_work w
      join demo_role r on r.person_id = w.person_id
      join demo_practice d on d.id = w.organisation_id
     order by w.organisation_id, r.seed desc, w.person_id),
  chosen as (
    select h.*, row_number() over (order by in_hengelo desc, seed, person_id) as nth from heir h),
  retired as (
    select person_id, seed, row_number() over (order by seed desc, person_id) as nth from demo_role where role = 'LOCUM')
  select c.organisation_id, c.person_id as heir_id, r.person_id as former_id, r.seed,
         (date '2020-03-31' + (c.nth * 4 % 15) * interval '3 months')::date as turn
    from chosen c join retired r on r.nth = c.nth
   where c.nth <= 36;

update demo_work w set valid_from = s.turn + 1
  from demo_succession s where s.heir_id = w.person_id and s.organisation_id = w.organisation_id;

insert into demo_work
  select former_id, organisation_id, 'PRACTICE_OWNER', date '1985-01-01' + (seed % 60) * interval '3 months', turn, 1.00, false, null
    from demo_succession;

-- Before they owned, some worked there.
insert into demo_work
  select heir_id, organisation_id, 'SALARIED_GP', turn - 365 * (1 + seed % 4), turn, 0.80, false, null
    from demo_succession where seed % 3 = 0;

insert into demo_work
  select person_id, practice_id, role, date '2014-01-01' + (seed % 48) * interval '3 months', null, 0.50 + (seed % 5) * 0.10, true, null
    from demo_role where role = 'SALARIED_GP';

insert into demo_work
  select person_id, practice_id, role, current_setting('kring.today')::date - 200 - seed % 500, null, 1.00, true, null
    from demo_role where role = 'GP_TRAINEE';

-- Locums: each in for an owner of the practice; every fifth has been in another practice before.
insert into demo_work
  select r.person_id, r.practice_id, 'LOCUM', greatest(date '2018-01-01' + (r.seed % 30) * interval '3 months', s.turn + 1), null, null, false,
         (select min(w.person_id) from demo_work w where w.organisation_id = r.practice_id and w.role = 'PRACTICE_OWNER' and w.valid_to is null)
    from demo_role r left join demo_succession s on s.former_id = r.person_id
   where r.role = 'LOCUM';
insert into demo_work
  select r.person_id, d.id, 'LOCUM', date '2015-01-01' + (r.seed % 8) * interval '3 months', date '2017-12-31', null, false, null
    from demo_role r join demo_practice d on d.place = 1 + (r.seed + 17) % d.practices
   where r.role = 'LOCUM' and r.seed % 5 = 0 and d.id <> r.practice_id;

-- Every GP group has a chair among the owners of its practices, since 2019 or 2023.
insert into demo_work
  select distinct on (g.id) w.person_id, g.id, 'CHAIR', case when r.seed % 2 = 0 then date '2019-01-01' else date '2023-01-01' end, null::date,
         null::numeric, false, null::bigint
    from crm.organisation g
    join crm.membership m on m.organisation_id = g.id and m.holder_id is not null and m.withdrawn_at is null
    join demo_work w on w.organisation_id = m.holder_id and w.role = 'PRACTICE_OWNER' and w.valid_to is null
    join demo_role r on r.person_id = w.person_id
   where g.kind = 'GP_GROUP'
   order by g.id, r.seed, w.person_id;

-- Boards: three from 2018 to 2021, and three others since.
insert into demo_work
  select w.person_id, o.id, case when n % 3 = 0 then 'CHAIR' else 'BOARD_MEMBER' end,
         case when n < 3 then date '2018-01-01' else date '2022-01-01' end, case when n < 3 then date '2021-12-31' end, null, false, null
    from (select id, row_number() over (order by code) - 1 as place
            from crm.organisation where code in ('CHPA', 'FEA', 'LHV', 'SHT', 'THOON')) o
    cross join generate_series(0, 5) n
    join (select person_id, row_number() over (order by seed, person_id) - 1 as place
            from demo_role where role = 'PRACTICE_OWNER') w on w.place = o.place * 6 + n;

-- What registers said of the same place gives way, as it does when somebody says it by hand.
update crm.affiliation a set withdrawn_at = a.created_at, version = a.version + 1
  from demo_work w
 where a.person_id = w.person_id and a.organisation_id = w.organisation_id and a.derived and a.withdrawn_at is null;

insert into crm.affiliation
    (id, uuid, person_id, organisation_id, role, valid_from, valid_to, fte, main, replaces_id, said_by_id, created_at)
  select nextval('crm.entity_seq'), gen_random_uuid(), w.person_id, w.organisation_id, w.role, w.valid_from, w.valid_to, w.fte, w.main,
         nullif(w.replaces_id, w.person_id), (select id from crm.organisation where code = 'LHV'), current_setting('kring.now')::timestamptz
    from demo_work w
   where w.valid_from is not null and (w.valid_to is null or w.valid_to >= w.valid_from);

-- Twelve owners are away for a while around today, four were last year; a locum of the practice stands in when there is one.
insert into crm.absence (id, uuid, person_id, covered_by, valid_from, valid_to, said_by_id, created_at)
  select nextval('crm.entity_seq'), gen_random_uuid(), r.person_id,
         (select min(l.person_id) from demo_work l where l.organisation_id = r.practice_id and l.role = 'LOCUM' and l.valid_to is null),
         d.first, d.first + 60 + r.seed % 60, (select id from crm.organisation where code = 'LHV'),
         current_setting('kring.now')::timestamptz
    from (select *, row_number() over (order by seed desc, person_id) as nth from demo_role where role = 'PRACTICE_OWNER') r
    cross join lateral (select current_setting('kring.today')::date - r.seed % 40 - case when r.nth > 12 then 365 else 0 end as first) d
   where r.nth <= 16;
