-- Every way that an enrolment can stand, seats kept for some, offers with a deadline, and who pays.
alter table crm.enrolment drop constraint enrolment_state_check;
alter table crm.enrolment drop constraint enrolment_check;
alter table crm.enrolment
  add constraint enrolment_state_check check (state in
      ('REQUESTED', 'CONFIRMED', 'WAITLISTED', 'OFFERED', 'CANCELLED', 'REPLACED', 'ATTENDED', 'PARTIAL', 'NO_SHOW')),
  add constraint enrolment_waits check ((state = 'WAITLISTED') = (waiting_place is not null)),
  add column quota_id              bigint,
  add column extra                 boolean not null default false,
  add column offer_until           timestamptz,
  add column replaced_by_id        bigint references crm.enrolment,
  add column payer_kind            text check (payer_kind in ('SELF', 'PRACTICE', 'CARE_GROUP', 'BUDGET')),
  add column payer_organisation_id bigint references crm.organisation,
  add column payer_reference       text,
  add column note                  text,
  add column link_hash             bytea,
  add constraint enrolment_offered check ((state = 'OFFERED') = (offer_until is not null)),
  add constraint enrolment_replaced check ((state = 'REPLACED') = (replaced_by_id is not null));

drop index crm.enrolment_once;
create unique index enrolment_once on crm.enrolment (edition_id, person_id)
  where state not in ('CANCELLED', 'REPLACED') and not beside;
create index enrolment_offers on crm.enrolment (offer_until) where state = 'OFFERED';

-- A seat beyond the last one is counted apart: the check on the others stays what it is.
alter table crm.seat_count add column extra integer not null default 0 check (extra >= 0);

-- The story of an enrolment only grows.
alter table crm.enrolment_event add column reason text;
revoke update, delete, truncate on crm.enrolment_event from crm_app;

-- How the seats of an edition are given; without a row as its defaults say.
create table crm.seat_terms (
  edition_id     bigint primary key references crm.edition on delete cascade,
  members_until  timestamptz,
  members_done   boolean not null default false,
  offer_hours    integer check (offer_hours between 1 and 200),
  approval       boolean not null default false,
  prerequisites  boolean not null default false,
  version        bigint not null default 0
);

-- Seats that are kept for some, or not more than so many for some.
create table crm.seat_quota (
  id              bigint primary key,
  uuid            uuid not null unique,
  edition_id      bigint not null references crm.edition on delete cascade,
  position        integer not null,
  kind            text not null check (kind in ('KEPT', 'AT_MOST')),
  professions     text[],
  members_of_id   bigint references crm.organisation,
  seats           integer not null check (seats > 0),
  taken           integer not null default 0 check (taken between 0 and seats),
  release_at      timestamptz,
  released        boolean not null default false,
  check (kind = 'KEPT' or release_at is null)
);
create index seat_quota_edition on crm.seat_quota (edition_id, position);
create index seat_quota_release on crm.seat_quota (release_at) where not released and release_at is not null;
alter table crm.enrolment add constraint enrolment_quota foreign key (quota_id) references crm.seat_quota;

-- What a course asks of who enrols, and what they answered.
create table crm.course_question (
  id         bigint primary key,
  uuid       uuid not null unique,
  course_id  bigint not null references crm.course on delete cascade,
  position   integer not null,
  kind       text not null check (kind in ('TEXT', 'YES_NO', 'DIET', 'CONSENT')),
  text       text not null,
  required   boolean not null,
  retired    boolean not null default false
);
create index course_question_course on crm.course_question (course_id, position);
create table crm.enrolment_answer (
  enrolment_id bigint not null references crm.enrolment,
  question_id  bigint not null references crm.course_question,
  answer       text not null,
  primary key (enrolment_id, question_id)
);
