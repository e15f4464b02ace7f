-- Who has a seat, who waits, and the whole story of each.
create table crm.enrolment (
  id             bigint primary key,
  uuid           uuid not null unique,
  edition_id     bigint not null references crm.edition,
  person_id      bigint not null references crm.person,
  state          text not null check (state in ('CONFIRMED','WAITLISTED','CANCELLED')),
  waiting_place  integer,
  price_cents    integer not null,
  fee_cents      integer,
  email          text,
  enrolled_at    timestamptz not null,
  confirmed_at   timestamptz,
  cancelled_at   timestamptz,
  account_id     bigint,
  version        bigint not null default 0,
  check ((state = 'WAITLISTED') = (waiting_place is not null))
);
create unique index enrolment_once on crm.enrolment (edition_id, person_id) where state <> 'CANCELLED';
create unique index enrolment_waiting on crm.enrolment (edition_id, waiting_place) where state = 'WAITLISTED';
create index enrolment_person on crm.enrolment (person_id, id desc);

create table crm.enrolment_event (
  id           bigint generated always as identity primary key,
  enrolment_id bigint not null references crm.enrolment,
  at           timestamptz not null,
  what         text not null,
  account_id   bigint
);
create index enrolment_event_enrolment on crm.enrolment_event (enrolment_id, id);

-- The same key from the same account again gives the same answer.
create table crm.enrolment_key (
  account_id   bigint not null,
  key          text collate "C" not null,
  edition_id   bigint not null,
  person_id    bigint not null,
  enrolment_id bigint not null references crm.enrolment,
  created_at   timestamptz not null,
  primary key (account_id, key)
);
