-- Editions for the staff of some organisations alone; the flag spares the agenda a look at the others.
alter table crm.edition add column in_company boolean not null default false;
create table crm.edition_company (
  edition_id      bigint not null references crm.edition on delete cascade,
  organisation_id bigint not null references crm.organisation,
  primary key (edition_id, organisation_id)
);
create index edition_company_organisation on crm.edition_company (organisation_id);

-- Until when seats that were taken for names to come are to be named; null is a week before the start.
alter table crm.seat_terms add column names_until timestamptz;

-- A seat that a practice took for somebody whom it names later. It counts among the seats taken until it ended.
create table crm.seat_reservation (
  id           bigint primary key,
  uuid         uuid not null unique,
  edition_id   bigint not null references crm.edition,
  practice_id  bigint not null references crm.organisation,
  profession   text not null,
  quota_id     bigint references crm.seat_quota,
  account_id   bigint,
  reserved_at  timestamptz not null,
  ended_at     timestamptz,
  outcome      text check (outcome in ('NAMED', 'GIVEN_BACK', 'EXPIRED', 'NOT_HELD')),
  enrolment_id bigint references crm.enrolment,
  check ((ended_at is null) = (outcome is null)),
  check ((outcome is not distinct from 'NAMED') = (enrolment_id is not null))
);
create index seat_reservation_open on crm.seat_reservation (edition_id) where ended_at is null;
create index seat_reservation_practice on crm.seat_reservation (practice_id) where ended_at is null;

-- What a practice pays for is looked up by the practice.
create index enrolment_payer on crm.enrolment (payer_organisation_id) where payer_organisation_id is not null;

-- What a guest answers to what a course asks waits with the request, and goes with it.
alter table crm.guest_request add column meets_prerequisites boolean not null default false;
create table crm.guest_answer (
  request_id  bigint not null references crm.guest_request on delete cascade,
  question_id bigint not null references crm.course_question on delete cascade,
  answer      text not null,
  primary key (request_id, question_id)
);
