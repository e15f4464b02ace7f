-- Who was there, and what they can show for it.
create table crm.attendance (
  id           bigint primary key,
  uuid         uuid not null unique,
  enrolment_id bigint not null references crm.enrolment,
  session_id   bigint not null references crm.session,
  present      boolean not null,
  recorded_at  timestamptz not null,
  account_id   bigint,
  version      bigint not null default 0,
  unique (enrolment_id, session_id)
);

create table crm.certificate (
  id             bigint primary key,
  uuid           uuid not null unique,
  enrolment_id   bigint not null unique references crm.enrolment,
  edition_id     bigint not null references crm.edition,
  organiser_id   bigint not null references crm.organisation,
  person_id      bigint not null references crm.person,
  code           text collate "C" not null unique,
  issued_at      timestamptz not null,
  person_name    text not null,
  course_title   text not null,
  organiser_name text not null,
  held_from      timestamptz not null,
  held_to        timestamptz not null,
  account_id     bigint,
  revoked_at     timestamptz,
  revoked_reason text,
  version        bigint not null default 0,
  check ((revoked_at is null) = (revoked_reason is null))
);
create index certificate_person on crm.certificate (person_id);
create index certificate_edition on crm.certificate (edition_id);

create table crm.certificate_points (
  certificate_id bigint not null references crm.certificate,
  scheme_code    text collate "C" not null,
  scheme_name    text not null,
  unit           text not null,
  points         numeric(5,1) not null,
  primary key (certificate_id, scheme_code)
);
