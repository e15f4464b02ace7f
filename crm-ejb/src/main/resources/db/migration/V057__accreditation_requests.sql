-- Accreditation of a course by register: what is asked of whom and when, what was answered, and at which registers an edition was
-- announced. What a course is worth stays in crm.accreditation; a request that is granted writes it there.

-- What the body of a register asks beside points. To begin with as offices of the field publish them; it can be changed.
create table crm.accreditation_terms (
  scheme_code     text collate "C" primary key references crm.scheme,
  lead_days       integer not null check (lead_days between 0 and 365),
  attendance_days integer not null check (attendance_days between 0 and 365),
  validity_months integer not null check (validity_months between 1 and 60),
  fee_cents       integer check (fee_cents >= 0)
);
-- Lead times and terms for lists: WDH Midden-Nederland (GPs), SAH-NOB, KNOV, KNGF and SKF; fees of 2024 by KOH.
insert into crm.accreditation_terms (scheme_code, lead_days, attendance_days, validity_months, fee_cents) values
  ('RGS-HA', 56, 14, 12, 39500),
  ('NVVPO-KR', 28, 28, 12, 26500),
  ('LVPOHGGZ-KR', 28, 28, 12, 26500),
  ('VVN-KR-N', 28, 28, 12, 29500),
  ('VVN-KR-C', 28, 28, 12, 29500),
  ('VSR', 28, 28, 12, 30500),
  ('NAPA-PA', 28, 28, 12, 30500),
  ('SRC-OF', 28, 28, 12, null),
  ('KNOV-KR', 60, 28, 12, null),
  ('KABIZ-DA', 28, 28, 12, null),
  ('TRIAGE', 28, 28, 12, null),
  ('KP', 42, 28, 12, null),
  ('CKR-LEGACY', 42, 28, 12, null);

-- What bodies ask of a course and the course itself does not say; the same for all of them.
create table crm.accreditation_dossier (
  course_id   bigint primary key references crm.course on delete cascade,
  need        text,
  didactics   text,
  competences text,
  assessment  text,
  literature  text
);

-- Which organisation may accredit for a register by itself, through its accreditation officer.
create table crm.institutional_accreditation (
  organisation_id bigint not null references crm.organisation,
  scheme_code     text collate "C" not null references crm.scheme,
  number          text,
  valid_from      date not null,
  valid_to        date,
  criteria        text,
  primary key (organisation_id, scheme_code),
  check (valid_to >= valid_from)
);

create table crm.accreditation_request (
  id              bigint primary key,
  uuid            uuid not null unique,
  course_id       bigint not null references crm.course on delete cascade,
  scheme_code     text collate "C" not null references crm.scheme,
  state           text not null check (state in ('DRAFT', 'REQUESTED', 'GRANTED', 'REJECTED')),
  renews_id       bigint references crm.accreditation_request on delete set null,
  holder_id       bigint references crm.organisation,
  course_type     text not null check (course_type in ('MEETINGS', 'E_LEARNING', 'GROUP', 'WHOLE')),
  course_number   text,
  own_codes       boolean not null default false,
  module_code     text,
  valid_from      date,
  valid_to        date,
  lead_days       integer not null check (lead_days between 0 and 365),
  attendance_days integer not null check (attendance_days between 0 and 365),
  fee_cents       integer check (fee_cents >= 0),
  note            text,
  answer          text,
  requested_on    date,
  decided_on      date,
  task_id         bigint references crm.task on delete set null,
  created_at      timestamptz not null,
  version         bigint not null default 0,
  check (valid_to >= valid_from),
  check (state <> 'GRANTED' or valid_from is not null and valid_to is not null and decided_on is not null),
  check (state <> 'REJECTED' or answer is not null),
  check (state = 'DRAFT' or requested_on is not null)
);
create unique index accreditation_request_open on crm.accreditation_request (course_id, scheme_code)
  where state in ('DRAFT', 'REQUESTED');
create index accreditation_request_course on crm.accreditation_request (course_id, scheme_code);
create index accreditation_request_holder on crm.accreditation_request (holder_id) where state = 'REQUESTED' and holder_id is not null;

-- What is asked for, and then what was given: by category of the register, and by session or module where it is counted so.
create table crm.accreditation_request_points (
  request_id bigint not null references crm.accreditation_request on delete cascade,
  position   integer not null,
  category   text not null,
  part       text,
  points     numeric(5,1) not null check (points > 0),
  primary key (request_id, position)
);

create table crm.accreditation_document (
  id         bigint primary key default nextval('crm.entity_seq'),
  uuid       uuid not null unique,
  request_id bigint not null references crm.accreditation_request on delete cascade,
  file_name  text not null,
  media_type text not null,
  content    bytea not null check (octet_length(content) between 1 and 10485760),
  added_at   timestamptz not null
);
create index accreditation_document_request on crm.accreditation_document (request_id);

-- That an edition was announced at a register ("uitvoering aangemeld"), for which day, and under which number there.
create table crm.accreditation_announcement (
  edition_id   bigint not null references crm.edition on delete cascade,
  scheme_code  text collate "C" not null references crm.scheme,
  held_on      date not null,
  number       text,
  announced_at timestamptz not null,
  account_id   bigint references crm.account,
  task_id      bigint references crm.task on delete set null,
  primary key (edition_id, scheme_code)
);
-- The number of a session there, of courses whose points are given by session.
create table crm.accreditation_meeting (
  session_id  bigint not null references crm.session on delete cascade,
  scheme_code text collate "C" not null references crm.scheme,
  number      text not null,
  primary key (session_id, scheme_code)
);
