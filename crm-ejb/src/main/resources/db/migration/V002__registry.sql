-- Organisations, persons, and the statements that persons are derived from.

create table crm.organisation (
  id          bigint primary key,
  uuid        uuid not null unique,
  code        text collate "C" unique,
  name        text not null,
  kind        text not null,
  participant boolean not null default false,
  accent      text,
  email       text,
  valid_from  date,
  valid_to    date,
  created_at  timestamptz not null,
  version     bigint not null default 0,
  check (not participant or code is not null)
);

-- The golden record of a person. Every column up to search_text is derived from statements.
create table crm.person (
  id                 bigint primary key,
  uuid               uuid not null unique,
  merged_into_id     bigint references crm.person,
  birth_name         text,
  birth_prefix       text,
  partner_name       text,
  partner_prefix     text,
  name_usage         text,
  initials           text,
  given_name         text,
  gender             text,
  birth_date         date,
  profession         text,
  workplace          text,
  workplace_postcode text,
  workplace_place    text,
  municipality       text,
  big                text collate "C",
  agb                text collate "C",
  email              text,
  phone              text,
  display_name       text not null default '',
  sort_name          text collate crm.dutch not null default '',
  search_text        text collate "C" not null default '',
  created_at         timestamptz not null,
  version            bigint not null default 0
);
create index person_sort on crm.person (sort_name, id) where merged_into_id is null;
create index person_place on crm.person ((coalesce(workplace_place, '')) collate crm.dutch, sort_name, id) where merged_into_id is null;
create index person_profession on crm.person ((coalesce(profession, '')) collate crm.dutch, sort_name, id) where merged_into_id is null;
create index person_search on crm.person using gin (search_text crm.gin_trgm_ops) where merged_into_id is null;
create index person_big on crm.person (big) where big is not null;
create index person_agb on crm.person (agb) where agb is not null;

-- One row of one organisation's register, raw for good; its typed columns are that organisation's statements.
create table crm.source_record (
  id              bigint primary key,
  uuid            uuid not null unique,
  register_id     bigint not null,
  register_code   text collate "C" not null,
  organisation_id bigint not null references crm.organisation,
  source_rank     integer not null,
  source_key      text collate "C" not null,
  person_id       bigint not null references crm.person,
  linked_how      text not null check (linked_how in ('NEW','AUTOMATIC','REVIEW','MANUAL')),
  run_id          bigint not null,
  row_number      integer not null,
  raw             jsonb not null,
  content_hash    bytea not null,
  private_fields  text[] not null default '{}',
  delivered_at    timestamptz not null,
  birth_name      text,
  birth_prefix    text,
  partner_name    text,
  partner_prefix  text,
  name_usage      text,
  initials        text,
  given_name      text,
  gender          text,
  birth_date      date,
  profession      text,
  big             text collate "C",
  agb             text collate "C",
  practice_name   text,
  practice_agb    text,
  street          text,
  house_number    text,
  house_suffix    text,
  postcode        text,
  place           text,
  phone           text,
  mobile          text,
  email           text,
  valid_from      date,
  valid_to        date,
  unique (register_id, source_key)
);
create index source_record_person on crm.source_record (person_id);
create index source_record_run on crm.source_record (run_id);
create index source_record_big on crm.source_record (big) where big is not null;
create index source_record_agb on crm.source_record (agb) where agb is not null;

-- A manual edit or a decision: one field value, who says it, since when, why.
create table crm.statement (
  id              bigint primary key,
  uuid            uuid not null unique,
  person_id       bigint not null references crm.person,
  field           text not null,
  value           text,
  prefix          text,
  organisation_id bigint not null references crm.organisation,
  account_id      bigint,
  said_at         timestamptz not null,
  reason          text,
  withdrawn_at    timestamptz,
  version         bigint not null default 0
);
create index statement_person on crm.statement (person_id, field);

-- Everything that is said of a person, one row a field, whoever says it. A mobile number that somebody typed in stays with
-- the organisation, as one in a register does.
create view crm.said as
  select r.person_id, f.field, f.value, f.prefix, r.organisation_id, r.register_code, r.source_key,
         false as by_hand, r.source_rank, r.delivered_at as said_at, null::text as reason, null::bigint as account_id,
         f.field = any (r.private_fields) as private, r.uuid
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
         true, 0, s.said_at, s.reason, s.account_id, s.field = 'mobile', s.uuid
    from crm.statement s
   where s.withdrawn_at is null;
grant select on crm.said to crm_app;
