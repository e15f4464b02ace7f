-- Asking a teacher to come: a personal link, of which only the hash is kept. The last one that was asked counts.
create table crm.teacher_invitation (
  id           bigint primary key,
  uuid         uuid not null unique,
  resource_id  bigint not null references crm.resource,
  edition_id   bigint not null references crm.edition,
  token_hash   bytea not null unique,
  asked_at     timestamptz not null,
  expires_at   timestamptz not null,
  answer       text check (answer in ('COMING', 'NOT_COMING')),
  answered_for text,
  reason       text,
  answered_at  timestamptz,
  replaced_at  timestamptz,
  version      bigint not null default 0,
  check ((answer is null) = (answered_at is null)),
  check ((answer is null) = (answered_for is null))
);
create unique index teacher_invitation_last on crm.teacher_invitation (edition_id, resource_id) where replaced_at is null;

-- What somebody has from some time on, booked twice or not.
create index resource_booking_until on crm.resource_booking (resource_id, upper(during)) where state <> 'RELEASED';

-- Places that are not the organisation's own: asked, held for it, agreed with.
create table crm.venue (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  name            text not null,
  address         text,
  place           text,
  contact         text,
  email           text,
  phone           text,
  capacity        integer check (capacity > 0),
  notes           text,
  retired_at      timestamptz,
  created_at      timestamptz not null,
  version         bigint not null default 0
);
create unique index venue_name on crm.venue (organisation_id, lower(name)) where retired_at is null;

-- asked_for: the times that the venue was asked for; others mean that it is to be asked again.
create table crm.venue_booking (
  id               bigint primary key,
  uuid             uuid not null unique,
  venue_id         bigint not null references crm.venue,
  edition_id       bigint not null references crm.edition,
  state            text not null check (state in ('REQUESTED', 'OPTION', 'CONFIRMED', 'DECLINED', 'CANCELLED')),
  option_until     date,
  to_do            text check (to_do in ('ASK_AGAIN', 'CALL_OFF')),
  asked_for        tstzmultirange not null,
  cost_cents       integer check (cost_cents >= 0),
  catering         text,
  catering_persons integer check (catering_persons >= 0),
  catering_follows boolean not null default false,
  diet_notes       text,
  made_at          timestamptz not null,
  version          bigint not null default 0,
  check ((state = 'OPTION') = (option_until is not null)),
  check (to_do is null or state in ('REQUESTED', 'OPTION', 'CONFIRMED'))
);
create unique index venue_booking_once on crm.venue_booking (edition_id, venue_id);

-- How many eat what. About people's beliefs and health, though without names: gone thirty days after the last session.
create table crm.venue_diet (
  booking_id bigint not null references crm.venue_booking,
  position   integer not null,
  diet       text not null,
  persons    integer not null check (persons > 0),
  primary key (booking_id, position)
);

create table crm.venue_event (
  id         bigint primary key,
  uuid       uuid not null unique,
  booking_id bigint not null references crm.venue_booking,
  happened   text not null,
  note       text,
  account_id bigint,
  at         timestamptz not null
);
create index venue_event_of on crm.venue_event (booking_id, at);

-- Who would come when a course is held again.
create table crm.course_interest (
  id              bigint primary key,
  uuid            uuid not null unique,
  course_id       bigint not null references crm.course,
  person_id       bigint not null references crm.person,
  remark          text,
  account_id      bigint,
  registered_at   timestamptz not null,
  told_at         timestamptz,
  told_edition_id bigint references crm.edition,
  unique (course_id, person_id),
  check ((told_at is null) = (told_edition_id is null))
);
create index course_interest_person on crm.course_interest (person_id);
