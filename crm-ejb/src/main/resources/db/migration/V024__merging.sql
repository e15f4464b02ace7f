-- Two persons, or two practices, that are one. A merge is an event: what it moved is written down row by row, so that it can
-- be taken back at any time. Who was merged stays as a tombstone that points onwards.
create table crm.merge_event (
  id              bigint primary key,
  uuid            uuid not null unique,
  subject         text not null check (subject in ('PERSON','ORGANISATION')),
  survivor_id     bigint not null,
  merged_id       bigint not null,
  how             text not null check (how in ('MANUAL','AUTOMATIC','REVIEW')),
  reason          text,
  score           numeric(8, 3),
  model_version   text,
  organisation_id bigint references crm.organisation,
  account_id      bigint,
  merged_at       timestamptz not null,
  kept            text[] not null default '{}',   -- what the survivor had then, as kind:row:part
  undone_at       timestamptz,
  undone_by       bigint,
  undone_reason   text,
  check (survivor_id <> merged_id)
);
create unique index merge_event_once on crm.merge_event (subject, merged_id) where undone_at is null;
create index merge_event_survivor on crm.merge_event (subject, survivor_id);

-- A row that went along. Overtaken: an older merge was taken back and took the row with it.
create table crm.merge_move (
  merge_id     bigint not null references crm.merge_event,
  kind         text collate "C" not null,
  row_id       bigint not null,
  part         bigint not null default 0,
  from_id      bigint not null,
  to_id        bigint not null,
  overtaken_by bigint references crm.merge_event,
  primary key (merge_id, kind, row_id, part)
);
create index merge_move_row on crm.merge_move (kind, row_id, part);

-- What followed from the rows and was derived anew, as it was before (null: it was not there), and what was said with it.
create table crm.merge_change (
  merge_id      bigint not null references crm.merge_event,
  kind          text collate "C" not null,
  row_id        bigint not null,
  was           jsonb,
  version_after bigint,
  primary key (merge_id, kind, row_id)
);

-- Two rows that cannot both be right of one: they are kept side by side until somebody decides. Quiet: nobody has to.
create table crm.merge_collision (
  id              bigint primary key,
  uuid            uuid not null unique,
  merge_id        bigint not null references crm.merge_event,
  kind            text not null,
  source          text collate "C" not null,
  survivor_row    bigint not null,
  merged_row      bigint not null,
  part            bigint not null default 0,
  field           text,
  outcome         text not null check (outcome in ('BESIDE','STAYS','NOTED')),
  organisation_id bigint references crm.organisation,
  state           text not null check (state in ('OPEN','RESOLVED','QUIET')),
  decision        text check (decision in ('KEEP_FIRST','KEEP_SECOND','KEEP_BOTH','UNMERGED')),
  decided_by      bigint,
  decided_at      timestamptz,
  created_at      timestamptz not null,
  check ((state = 'RESOLVED') = (decision is not null))
);
create index merge_collision_merge on crm.merge_collision (merge_id);
create index merge_collision_row on crm.merge_collision (source, merged_row);
create index merge_collision_other_row on crm.merge_collision (source, survivor_row);
create index merge_collision_open on crm.merge_collision (organisation_id, id) where state = 'OPEN';

-- Two that look alike and are not: kept for good, by the persons and by the rows of registers that divide them.
create table crm.not_same (
  id              bigint primary key,
  uuid            uuid not null unique,
  subject         text not null check (subject in ('PERSON','ORGANISATION')),
  one_uuid        uuid not null,
  other_uuid      uuid not null,
  merge_id        bigint references crm.merge_event,
  organisation_id bigint references crm.organisation,
  account_id      bigint,
  reason          text,
  said_at         timestamptz not null,
  lifted_by       bigint references crm.merge_event,
  check (one_uuid <> other_uuid)
);
create index not_same_one on crm.not_same (one_uuid) where lifted_by is null;
create index not_same_other on crm.not_same (other_uuid) where lifted_by is null;

create table crm.not_same_record (
  not_same_id bigint not null references crm.not_same,
  side        integer not null check (side in (1, 2)),
  register_id bigint not null,
  source_key  text collate "C" not null,
  primary key (not_same_id, side, register_id, source_key)
);
create index not_same_record_key on crm.not_same_record (register_id, source_key);

-- A row that stands beside another of the same person, until somebody decides which of them is right.
alter table crm.affiliation add column beside boolean not null default false;
alter table crm.membership add column beside boolean not null default false;
alter table crm.absence add column beside boolean not null default false;
alter table crm.enrolment add column beside boolean not null default false;
alter table crm.affiliation drop constraint affiliation_once;
alter table crm.affiliation add constraint affiliation_once exclude using gist
  (person_id with =, organisation_id with =, role with =, daterange(valid_from, valid_to, '[]') with &&)
  where (withdrawn_at is null and not beside);
alter table crm.membership drop constraint membership_once;
alter table crm.membership add constraint membership_once exclude using gist
  ((coalesce(person_id, -holder_id)) with =, organisation_id with =, kind with =, daterange(valid_from, valid_to, '[]') with &&)
  where (withdrawn_at is null and not beside);
alter table crm.absence drop constraint absence_once;
alter table crm.absence add constraint absence_once exclude using gist
  (person_id with =, daterange(valid_from, valid_to, '[]') with &&) where (withdrawn_at is null and not beside);
drop index crm.enrolment_once;
create unique index enrolment_once on crm.enrolment (edition_id, person_id) where state <> 'CANCELLED' and not beside;

-- Whatever a person ever had goes along, also what was withdrawn.
create index affiliation_of on crm.affiliation (person_id);
create index affiliation_replaces on crm.affiliation (replaces_id) where replaces_id is not null;
create index membership_of on crm.membership (person_id) where person_id is not null;
create index absence_of on crm.absence (person_id);
create index absence_covered_by on crm.absence (covered_by) where covered_by is not null;
create index contact_moment_of on crm.contact_moment (person_id) where person_id is not null;
create index change_notice_of on crm.change_notice (person_id);
create index change_proposal_of on crm.change_proposal (person_id);
create index task_subject on crm.task (subject_uuid) where subject_uuid is not null;
create index own_change_value_subject on crm.own_change_value (subject_id);
create index enrolment_key_enrolment on crm.enrolment_key (enrolment_id);
create index person_merged_into on crm.person (merged_into_id) where merged_into_id is not null;

-- No fact lands on a tombstone: what was on its way when somebody was merged follows to the survivor. The lock is the one
-- that the foreign key takes anyway; a merge waits for it.
create function crm.follow_survivor() returns trigger language plpgsql as $$
declare
  onwards bigint;
begin
  select merged_into_id into onwards from crm.person where id = new.person_id for key share;
  while onwards is not null loop
    new.person_id := onwards;
    select merged_into_id into onwards from crm.person where id = new.person_id for key share;
  end loop;
  return new;
end $$;

do $$
declare
  held text;
begin
  foreach held in array array['source_record', 'statement', 'affiliation', 'membership', 'absence', 'affiliation_change',
                              'contact_moment', 'message', 'change_notice', 'change_proposal', 'enrolment', 'certificate'] loop
    execute format('create trigger %1$s_follows before insert on crm.%1$s for each row
                      when (new.person_id is not null) execute function crm.follow_survivor()', held);
    execute format('create trigger %1$s_follows_move before update of person_id on crm.%1$s for each row
                      when (new.person_id is distinct from old.person_id and new.person_id is not null)
                      execute function crm.follow_survivor()', held);
  end loop;
end $$;

create function crm.task_follows_survivor() returns trigger language plpgsql as $$
declare
  about bigint;
  onwards bigint;
begin
  select id, merged_into_id into about, onwards from crm.person where uuid = new.subject_uuid for key share;
  while onwards is not null loop
    select id, uuid, merged_into_id into about, new.subject_uuid, onwards from crm.person where id = onwards for key share;
  end loop;
  return new;
end $$;
create trigger task_follows before insert on crm.task for each row
  when (new.subject_kind = 'PERSON') execute function crm.task_follows_survivor();

-- A column holds one value of one person: where the survivor has one, what comes late stays with the tombstone.
create function crm.own_value_follows_survivor() returns trigger language plpgsql as $$
declare
  onwards bigint;
begin
  select p.merged_into_id into onwards from crm.person p
   where p.id = new.subject_id and exists (select 1 from crm.own_field f where f.id = new.field_id and f.subject = 'PERSON')
     for key share;
  while onwards is not null
        and not exists (select 1 from crm.own_value v where v.field_id = new.field_id and v.subject_id = onwards) loop
    new.subject_id := onwards;
    select merged_into_id into onwards from crm.person where id = new.subject_id for key share;
  end loop;
  return new;
end $$;
create trigger own_value_follows before insert on crm.own_value for each row
  execute function crm.own_value_follows_survivor();

-- Whom somebody was merged into in the end; who was not is himself or herself.
create function crm.survivor_of(person bigint) returns bigint language sql stable as $$
  with recursive onwards as (
    select p.id, p.merged_into_id from crm.person p where p.id = person
    union all
    select p.id, p.merged_into_id from onwards o join crm.person p on p.id = o.merged_into_id)
  select coalesce((select o.id from onwards o where o.merged_into_id is null), person)
$$;
grant execute on function crm.survivor_of(bigint) to crm_app;

-- Which of what is said of a field is shown: by hand always goes before registers; then these, in order. Without a row the
-- rank of the register, then the newest.
create table crm.survivorship_rule (
  field      text primary key,
  criteria   text[] not null check (criteria <@ array['STEWARD','RANK','NEWEST','AGREED'] and cardinality(criteria) between 1 and 4),
  account_id bigint,
  changed_at timestamptz not null
);

-- As registry.Stewardship has it; a test holds them against each other.
create function crm.steward_of(person bigint) returns bigint language sql stable as $$
  select o.id
    from (select m.organisation_id, case when m.derived then 1 else 2 end as place,
                 case when m.derived then m.valid_from
                      else greatest(m.valid_from, (m.created_at at time zone 'Europe/Amsterdam')::date) end as since,
                 m.valid_from, m.id
            from crm.membership m
           cross join lateral (select coalesce((select d.day from crm.derived_until d), (now() at time zone 'Europe/Amsterdam')::date) as day) t
           where m.person_id = person and m.withdrawn_at is null
             and (m.valid_from is null or m.valid_from <= t.day) and (m.valid_to is null or m.valid_to >= t.day)
          union all
          select r.organisation_id, 2, (r.delivered_at at time zone 'Europe/Amsterdam')::date, null, r.id
            from crm.source_record r where r.person_id = person
          union all
          select s.organisation_id, 2, (s.said_at at time zone 'Europe/Amsterdam')::date, null, s.id
            from crm.statement s where s.person_id = person and s.withdrawn_at is null) c
    join crm.organisation o on o.id = c.organisation_id and o.participant
   order by c.place, c.since nulls first, c.valid_from nulls first, c.id
   limit 1
$$;

-- How many organisations say the same of a person.
create function crm.agreed_on(person bigint, said_field text, said_slot text, said_value text) returns bigint language plpgsql stable as $$
begin
  return (select count(distinct s.organisation_id) from crm.said s
           where s.person_id = person and s.field = said_field and s.slot = said_slot and not s.private
             and lower(s.value) = lower(said_value));
end $$;
grant execute on function crm.steward_of(bigint), crm.agreed_on(bigint, text, text, text) to crm_app;

-- Everything that is said, as before, with how it stands by the rule of its field: the lower goes first.
create or replace view crm.said as
  select u.person_id, u.field, u.value, u.prefix, u.organisation_id, u.register_code, u.source_key, u.by_hand, u.source_rank,
         u.said_at, u.reason, u.account_id, u.private, u.uuid, u.qualifier, u.act, u.valid_from, u.valid_to, u.override_reason,
         u.slot,
         case when r.field is not null then array(
           select case c.criterion
                    when 'STEWARD' then case when u.organisation_id = crm.steward_of(u.person_id) then 0 else 1 end
                    when 'RANK' then u.source_rank
                    when 'NEWEST' then -extract(epoch from u.said_at)
                    else -crm.agreed_on(u.person_id, u.field, u.slot, u.value) end
             from unnest(r.criteria) with ordinality as c (criterion, place) order by c.place) end as precedence
    from (
  select r.person_id, f.field, f.value, f.prefix, r.organisation_id, r.register_code, r.source_key,
         false as by_hand, r.source_rank, r.delivered_at as said_at, null::text as reason, null::bigint as account_id,
         f.field = any (r.private_fields) as private, r.uuid,
         null::text as qualifier, null::text as act, null::date as valid_from, null::date as valid_to,
         null::text as override_reason, ''::text as slot
    from crm.source_record r
   cross join lateral (values
         ('birthName', r.birth_name, r.birth_prefix),
         ('partnerName', r.partner_name, r.partner_prefix),
         ('nameUsage', r.name_usage, null),
         ('initials', r.initials, null),
         ('givenName', r.given_name, null),
         ('gender', r.gender, null),
         ('birthDate', r.birth_date::text, null),
         ('profession', r.profession, null),
         ('big', r.big, null),
         ('agb', r.agb, null),
         ('workplace', r.practice_name, null),
         ('address', nullif(concat_ws(', ', nullif(concat_ws(' ', r.street, r.house_number, r.house_suffix), ''), nullif(concat_ws(' ', r.postcode, r.place), '')), ''), null),
         ('phone', r.phone, null),
         ('mobile', r.mobile, null),
         ('email', r.email, null)
       ) as f (field, value, prefix)
   where f.value is not null
  union all
  select s.person_id, s.field, s.value, s.prefix, s.organisation_id, null, null,
         true, 0, s.said_at, s.reason, s.account_id,
         s.private or (s.field = 'mobile' and s.qualifier is distinct from 'WORK'), s.uuid,
         s.qualifier, s.act, s.valid_from, s.valid_to, s.override_reason,
         case when s.qualifier in ('WORK', 'PERSONAL') then '' else coalesce(s.qualifier, '') end
    from crm.statement s
   where s.withdrawn_at is null) u
    left join crm.survivorship_rule r on r.field = u.field;
