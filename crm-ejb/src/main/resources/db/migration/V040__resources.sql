-- Rooms, teachers and equipment, and who has them when. That nobody has one twice is kept by the exclusion constraint.
create table crm.resource (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  kind            text not null check (kind in ('ROOM', 'TEACHER', 'EQUIPMENT')),
  name            text not null,
  place           text,
  address         text,
  email           text,
  capacity        integer check (capacity > 0),
  minutes_before  integer not null default 0 check (minutes_before between 0 and 1440),
  minutes_after   integer not null default 0 check (minutes_after between 0 and 1440),
  shared          boolean not null default false,
  retired_at      timestamptz,
  created_at      timestamptz not null,
  version         bigint not null default 0
);
create unique index resource_name on crm.resource (organisation_id, kind, lower(name)) where retired_at is null;

-- When it can be had; without any row always.
create table crm.resource_hours (
  resource_id bigint not null references crm.resource,
  weekday     integer not null check (weekday between 1 and 7),
  opens       time not null,
  closes      time not null,
  primary key (resource_id, weekday),
  check (closes > opens)
);

-- Days on which it cannot be had, for whatever reason.
create table crm.resource_absence (
  id          bigint primary key,
  uuid        uuid not null unique,
  resource_id bigint not null references crm.resource,
  first_day   date not null,
  last_day    date not null,
  check (last_day >= first_day)
);
create index resource_absence_of on crm.resource_absence (resource_id, last_day);

create table crm.resource_booking (
  id           bigint primary key,
  uuid         uuid not null unique,
  resource_id  bigint not null references crm.resource,
  session_id   bigint not null references crm.session on delete cascade,
  state        text not null check (state in ('HELD', 'CONFIRMED', 'OVERRIDDEN', 'RELEASED')),
  during       tstzrange not null,
  session_time tstzrange not null,
  held_until   timestamptz,
  reason       text,
  account_id   bigint,
  made_at      timestamptz not null,
  released_at  timestamptz,
  check ((state = 'HELD') = (held_until is not null and released_at is null)),
  check (state <> 'OVERRIDDEN' or reason is not null),
  check ((state = 'RELEASED') = (released_at is not null)),
  constraint resource_booked_once exclude using gist (resource_id with =, during with &&) where (state in ('HELD', 'CONFIRMED'))
);
create unique index resource_booking_session on crm.resource_booking (session_id, resource_id) where state <> 'RELEASED';
