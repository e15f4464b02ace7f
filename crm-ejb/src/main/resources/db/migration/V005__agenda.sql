-- Courses, their editions and sessions, and the one contended row: the seats.
create table crm.course (
  id           bigint primary key,
  uuid         uuid not null unique,
  organiser_id bigint not null references crm.organisation,
  title        text not null,
  summary      text,
  kind         text not null,
  created_at   timestamptz not null,
  version      bigint not null default 0
);

create table crm.course_audience (
  course_id  bigint not null references crm.course,
  profession text not null,
  primary key (course_id, profession)
);

create table crm.edition (
  id           bigint primary key,
  uuid         uuid not null unique,
  course_id    bigint not null references crm.course,
  state        text not null check (state in ('DRAFT','PUBLISHED','CANCELLED')),
  location     text,
  place        text,
  price_cents  integer not null default 0 check (price_cents >= 0),
  waiting_list boolean not null default true,
  enrol_until  timestamptz,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  published_at timestamptz,
  created_at   timestamptz not null,
  search_text  text collate "C" not null default '',
  version      bigint not null default 0,
  check (ends_at > starts_at)
);
create index edition_agenda on crm.edition (starts_at, id) where state = 'PUBLISHED';
create index edition_course on crm.edition (course_id);
create index edition_search on crm.edition using gin (search_text crm.gin_trgm_ops);

create table crm.session (
  id         bigint primary key,
  uuid       uuid not null unique,
  edition_id bigint not null references crm.edition,
  position   integer not null,
  title      text,
  starts_at  timestamptz not null,
  ends_at    timestamptz not null,
  version    bigint not null default 0,
  check (ends_at > starts_at)
);
create index session_edition on crm.session (edition_id, starts_at);

-- Written by the seat allocation alone. "Full" is derived; the check is the last line of defence.
create table crm.seat_count (
  edition_id bigint primary key references crm.edition,
  capacity   integer not null check (capacity >= 0),
  taken      integer not null default 0,
  last_place integer not null default 0,
  check (taken >= 0 and taken <= capacity)
);
