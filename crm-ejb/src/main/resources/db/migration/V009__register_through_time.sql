-- The register through time: organisations of every kind with dated relations and facts, who works where and belongs to
-- what, and statements that hold from a date. A period is from its first up to and including its last day; an open end is
-- null.

-- The golden record of an organisation. Name to website and the numbers are derived from what is said of it.
alter table crm.organisation
  add column merged_into_id bigint references crm.organisation,
  add column phone          text,
  add column website        text,
  add column street         text,
  add column house_number   text,
  add column house_suffix   text,
  add column postcode       text,
  add column place          text,
  add column municipality   text,
  add column agb            text collate "C",
  add column kvk            text collate "C",
  add column sort_name      text collate crm.dutch not null default '',
  add column search_text    text collate "C" not null default '',
  add check (valid_to >= valid_from);
create index organisation_sort on crm.organisation (sort_name, id) where merged_into_id is null;
create index organisation_kind on crm.organisation (kind, sort_name, id) where merged_into_id is null;
create index organisation_municipality on crm.organisation (municipality, kind, sort_name, id) where merged_into_id is null;
create index organisation_search on crm.organisation using gin (search_text crm.gin_trgm_ops) where merged_into_id is null;
create index organisation_agb on crm.organisation (agb) where agb is not null;

-- The practice that a row of a register names.
alter table crm.source_record
  add column workplace_id bigint references crm.organisation,
  add column role         text;
create index source_record_workplace on crm.source_record (workplace_id) where workplace_id is not null;

-- What an organisation says of an organisation by hand: one field, who says it, why.
create table crm.organisation_statement (
  id              bigint primary key,
  uuid            uuid not null unique,
  subject_id      bigint not null references crm.organisation,
  field           text not null,
  value           text,
  organisation_id bigint references crm.organisation,
  account_id      bigint,
  said_at         timestamptz not null,
  reason          text,
  withdrawn_at    timestamptz,
  version         bigint not null default 0
);
create index organisation_statement_subject on crm.organisation_statement (subject_id, field);

-- A post of a service, a location of a practice, one that follows another: independent of each other, each with dates.
create table crm.organisation_relation (
  id              bigint primary key,
  uuid            uuid not null unique,
  from_id         bigint not null references crm.organisation,
  to_id           bigint not null references crm.organisation,
  kind            text not null,
  valid_from      date,
  valid_to        date,
  organisation_id bigint references crm.organisation,
  account_id      bigint,
  succession_id   bigint,
  created_at      timestamptz not null,
  withdrawn_at    timestamptz,
  version         bigint not null default 0,
  check (valid_to >= valid_from),
  check (from_id <> to_id),
  constraint organisation_relation_once exclude using gist
    (from_id with =, to_id with =, kind with =, daterange(valid_from, valid_to, '[]') with &&) where (withdrawn_at is null)
);
create index organisation_relation_to on crm.organisation_relation (to_id, kind) where withdrawn_at is null;

-- What is so of an organisation for a while: status, practice form, patients, HIS, KIS. One value at a time.
create table crm.organisation_fact (
  id              bigint primary key,
  uuid            uuid not null unique,
  subject_id      bigint not null references crm.organisation,
  fact            text not null,
  value           text not null,
  valid_from      date,
  valid_to        date,
  organisation_id bigint references crm.organisation,
  account_id      bigint,
  created_at      timestamptz not null,
  withdrawn_at    timestamptz,
  version         bigint not null default 0,
  check (valid_to >= valid_from),
  constraint organisation_fact_once exclude using gist
    (subject_id with =, fact with =, daterange(valid_from, valid_to, '[]') with &&) where (withdrawn_at is null)
);

-- A takeover, merger or split, applied on a date and perhaps taken back.
create table crm.succession (
  id              bigint primary key,
  uuid            uuid not null unique,
  kind            text not null check (kind in ('TAKEOVER','MERGER','SPLIT')),
  on_date         date not null,
  organisation_id bigint references crm.organisation,
  account_id      bigint,
  reason          text,
  applied_at      timestamptz not null,
  undone_at       timestamptz,
  effect          jsonb not null default '{}',
  version         bigint not null default 0
);
alter table crm.organisation_relation add foreign key (succession_id) references crm.succession;

-- Who does what where. Derived from rows of registers (derived) until somebody says otherwise by hand.
create table crm.affiliation (
  id              bigint primary key,
  uuid            uuid not null unique,
  person_id       bigint not null references crm.person,
  organisation_id bigint not null references crm.organisation,
  role            text not null,
  valid_from      date,
  valid_to        date,
  fte             numeric(4, 2) check (fte > 0 and fte <= 2),
  main            boolean not null default false,
  replaces_id     bigint references crm.person,
  derived         boolean not null default false,
  said_by_id      bigint references crm.organisation,
  account_id      bigint,
  reason          text,
  succession_id   bigint references crm.succession,
  confirmed_at    timestamptz,
  created_at      timestamptz not null,
  withdrawn_at    timestamptz,
  version         bigint not null default 0,
  check (valid_to >= valid_from),
  constraint affiliation_once exclude using gist
    (person_id with =, organisation_id with =, role with =, daterange(valid_from, valid_to, '[]') with &&) where (withdrawn_at is null)
);
create index affiliation_person on crm.affiliation (person_id) where withdrawn_at is null;
create index affiliation_organisation on crm.affiliation (organisation_id, role) where withdrawn_at is null;

-- Who belongs to what: a person, a practice or a legal entity.
create table crm.membership (
  id              bigint primary key,
  uuid            uuid not null unique,
  person_id       bigint references crm.person,
  holder_id       bigint references crm.organisation,
  organisation_id bigint not null references crm.organisation,
  kind            text not null,
  number          text,
  valid_from      date,
  valid_to        date,
  derived         boolean not null default false,
  said_by_id      bigint references crm.organisation,
  account_id      bigint,
  reason          text,
  succession_id   bigint references crm.succession,
  created_at      timestamptz not null,
  withdrawn_at    timestamptz,
  version         bigint not null default 0,
  check (num_nonnulls(person_id, holder_id) = 1),
  check (holder_id <> organisation_id),
  check (valid_to >= valid_from),
  constraint membership_once exclude using gist
    ((coalesce(person_id, -holder_id)) with =, organisation_id with =, kind with =, daterange(valid_from, valid_to, '[]') with &&)
    where (withdrawn_at is null)
);
create index membership_person on crm.membership (person_id) where withdrawn_at is null and person_id is not null;
create index membership_holder on crm.membership (holder_id) where withdrawn_at is null and holder_id is not null;
create index membership_organisation on crm.membership (organisation_id, kind) where withdrawn_at is null;

-- Somebody is away; never why.
create table crm.absence (
  id           bigint primary key,
  uuid         uuid not null unique,
  person_id    bigint not null references crm.person,
  covered_by   bigint references crm.person,
  valid_from   date not null,
  valid_to     date,
  said_by_id   bigint references crm.organisation,
  account_id   bigint,
  created_at   timestamptz not null,
  withdrawn_at timestamptz,
  version      bigint not null default 0,
  check (valid_to >= valid_from),
  constraint absence_once exclude using gist
    (person_id with =, daterange(valid_from, valid_to, '[]') with &&) where (withdrawn_at is null)
);

-- Statements of persons learn what they are about more precisely (the register of a number, the kind of an address), since
-- when they hold, and whether they correct a mistake or tell a change in life.
alter table crm.statement
  add column qualifier       text,
  add column act             text not null default 'CORRECTION' check (act in ('CORRECTION','CHANGE')),
  add column valid_from      date,
  add column valid_to        date,
  add column private         boolean not null default false,
  add column override_reason text,
  add check (valid_to >= valid_from);

alter table crm.person
  add column titles       text,
  add column email_shared boolean not null default false,
  add column confirmed_at timestamptz;

-- An organisation's own columns. What stands in them is its own.
create table crm.own_field (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  subject         text not null check (subject in ('PERSON','ORGANISATION')),
  name            text not null,
  kind            text not null check (kind in ('TEXT','DATE','CHOICE','YES_NO')),
  choices         text[] not null default '{}',
  position        integer not null default 0,
  archived_at     timestamptz,
  created_at      timestamptz not null,
  version         bigint not null default 0
);
create unique index own_field_name on crm.own_field (organisation_id, subject, lower(name)) where archived_at is null;

create table crm.own_value (
  field_id   bigint not null references crm.own_field,
  subject_id bigint not null,
  value      text not null,
  account_id bigint,
  changed_at timestamptz not null,
  primary key (field_id, subject_id)
);
create index own_value_value on crm.own_value (field_id, value, subject_id);
create index own_value_subject on crm.own_value (subject_id);

-- A list as somebody likes to see it, kept as the address of the page.
create table crm.saved_view (
  id              bigint primary key,
  uuid            uuid not null unique,
  account_id      bigint not null references crm.account,
  organisation_id bigint references crm.organisation,
  page            text not null,
  name            text not null,
  query           text not null,
  shared          boolean not null default false,
  created_at      timestamptz not null,
  version         bigint not null default 0
);
create index saved_view_account on crm.saved_view (account_id, page);
create index saved_view_organisation on crm.saved_view (organisation_id, page) where shared;

-- Something to do, for somebody or for a team.
create table crm.task (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  assignee_id     bigint references crm.account,
  title           text not null,
  due_on          date,
  subject_kind    text,
  subject_uuid    uuid,
  done_at         timestamptz,
  done_by         bigint,
  created_by      bigint,
  created_at      timestamptz not null,
  version         bigint not null default 0
);
create index task_open on crm.task (organisation_id, due_on, id) where done_at is null;

-- A call, a mail or a visit; what was said stays with the organisation that it was said to.
create table crm.contact_moment (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  person_id       bigint references crm.person,
  subject_id      bigint references crm.organisation,
  kind            text not null check (kind in ('PHONE','MAIL','VISIT','OTHER')),
  happened_at     timestamptz not null,
  note            text not null,
  task_id         bigint references crm.task,
  account_id      bigint,
  created_at      timestamptz not null,
  withdrawn_at    timestamptz,
  version         bigint not null default 0,
  check (num_nonnulls(person_id, subject_id) = 1)
);
create index contact_moment_person on crm.contact_moment (person_id, organisation_id, happened_at desc) where withdrawn_at is null;
create index contact_moment_subject on crm.contact_moment (subject_id, organisation_id, happened_at desc) where withdrawn_at is null;
