-- What a course is about, who gives it, who pays for it and with whom it is organised; templates; copies of a year.

-- The themes of the region. Courses choose from them; the platform's administrator adds to them.
create table crm.theme (
  id         bigint primary key,
  uuid       uuid not null unique,
  name       text not null,
  name_en    text not null,
  retired_at timestamptz,
  created_at timestamptz not null,
  version    bigint not null default 0
);
create unique index theme_name on crm.theme (lower(name)) where retired_at is null;

insert into crm.theme (id, uuid, name, name_en, created_at)
select nextval('crm.entity_seq'), gen_random_uuid(), t.name, t.name_en, timestamptz '2026-11-22 12:00:00+01'
  from (values ('Data', 'Data'),
               ('E-health', 'E-health'),
               ('Geboortezorg', 'Maternity care'),
               ('GGZ', 'Mental health care'),
               ('Jeugd', 'Youth'),
               ('Ouderenzorg', 'Care for the elderly'),
               ('Palliatieve zorg en oncologie', 'Palliative care and oncology'),
               ('Positieve Gezondheid', 'Positive Health'),
               ('Preventie', 'Prevention')) as t (name, name_en);

-- Whose staff may change a course besides its organiser's.
create table crm.course_co_organiser (
  course_id       bigint not null references crm.course on delete cascade,
  organisation_id bigint not null references crm.organisation,
  primary key (course_id, organisation_id)
);
create index course_co_organiser_of on crm.course_co_organiser (organisation_id);

-- What is said of a course besides its title; of a template it is what a course begins with, and there is no course.
create table crm.course_profile (
  id            bigint primary key,
  uuid          uuid not null unique,
  course_id     bigint unique references crm.course on delete cascade,
  objectives    text,
  prerequisites text,
  materials     text,
  language      text not null default 'DUTCH' check (language in ('DUTCH', 'ENGLISH', 'GERMAN')),
  owner_id      bigint references crm.account,
  deputy_id     bigint references crm.account,
  version       bigint not null default 0
);

create table crm.course_theme (
  profile_id bigint not null references crm.course_profile on delete cascade,
  theme_id   bigint not null references crm.theme,
  primary key (profile_id, theme_id)
);
create index course_theme_of on crm.course_theme (theme_id);

create table crm.course_role (
  profile_id bigint not null references crm.course_profile on delete cascade,
  role       text not null,
  primary key (profile_id, role)
);

create table crm.course_for_organisation (
  profile_id      bigint not null references crm.course_profile on delete cascade,
  organisation_id bigint not null references crm.organisation,
  primary key (profile_id, organisation_id)
);
create index course_for_organisation_of on crm.course_for_organisation (organisation_id);

create table crm.course_speaker (
  id                 bigint primary key,
  uuid               uuid not null unique,
  profile_id         bigint not null references crm.course_profile on delete cascade,
  position           integer not null,
  person_id          bigint references crm.person,
  name               text,
  contract_signed_on date,
  honorarium_cents   integer check (honorarium_cents >= 0),
  travel_cents       integer check (travel_cents >= 0),
  disclosed_on       date,
  interests          text,
  created_at         timestamptz not null,
  version            bigint not null default 0,
  check (person_id is not null or name is not null),
  check (interests is null or disclosed_on is not null)
);
create index course_speaker_of on crm.course_speaker (profile_id, position);
create index course_speaker_person on crm.course_speaker (person_id) where person_id is not null;

create table crm.course_sponsor (
  id                 bigint primary key,
  uuid               uuid not null unique,
  profile_id         bigint not null references crm.course_profile on delete cascade,
  position           integer not null,
  name               text not null,
  amount_cents       integer check (amount_cents >= 0),
  contract_signed_on date,
  independent        boolean not null,
  independent_on     date,
  version            bigint not null default 0,
  check (independent = (independent_on is not null))
);
create index course_sponsor_of on crm.course_sponsor (profile_id, position);

create table crm.course_budget_line (
  id            bigint primary key,
  uuid          uuid not null unique,
  profile_id    bigint not null references crm.course_profile on delete cascade,
  position      integer not null,
  income        boolean not null,
  label         text not null,
  planned_cents integer not null check (planned_cents >= 0),
  actual_cents  integer check (actual_cents >= 0),
  version       bigint not null default 0
);
create index course_budget_line_of on crm.course_budget_line (profile_id, position);

-- A course as an organisation likes to begin with it: its own, whatever becomes of the course that it was made of.
create table crm.course_template (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  profile_id      bigint not null unique references crm.course_profile,
  name            text not null,
  title           text not null,
  summary         text,
  kind            text not null,
  location        text,
  place           text,
  online          text,
  capacity        integer not null check (capacity > 0),
  fewest          integer check (fewest > 0),
  price_cents     integer not null check (price_cents >= 0),
  waiting_list    boolean not null,
  retired_at      timestamptz,
  created_at      timestamptz not null,
  version         bigint not null default 0
);
create unique index course_template_name on crm.course_template (organisation_id, lower(name)) where retired_at is null;

create table crm.course_template_audience (
  template_id bigint not null references crm.course_template on delete cascade,
  profession  text not null,
  primary key (template_id, profession)
);

-- By the clock on the wall, in minutes since the beginning of the first day.
create table crm.course_template_session (
  template_id  bigint not null references crm.course_template on delete cascade,
  position     integer not null,
  title        text,
  start_minute integer not null check (start_minute >= 0),
  end_minute   integer not null,
  location     text,
  online       text,
  primary key (template_id, position),
  check (end_minute > start_minute)
);

-- One copying of a year's programme, with what came of what. No edition is copied twice.
create table crm.year_copy (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  from_year       integer not null,
  account_id      bigint references crm.account,
  made_at         timestamptz not null,
  undone_at       timestamptz,
  version         bigint not null default 0
);
create index year_copy_of on crm.year_copy (organisation_id, made_at);

create table crm.year_copy_edition (
  source_id  bigint primary key references crm.edition on delete cascade,
  edition_id bigint not null unique references crm.edition on delete cascade,
  copy_id    bigint not null references crm.year_copy
);
create index year_copy_edition_of on crm.year_copy_edition (copy_id);
