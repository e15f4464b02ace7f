-- From which share of a session on somebody counts as having been there, by organisation and, where it says so, by register.
-- What was said before stays, with the moment at which something else took its place.
create table crm.presence_rule (
  id              bigint primary key default nextval('crm.entity_seq'),
  uuid            uuid not null unique default gen_random_uuid(),
  organisation_id bigint not null references crm.organisation,
  scheme_code     text collate "C" references crm.scheme,
  whole_percent   integer not null check (whole_percent between 1 and 100),
  part_percent    integer check (part_percent between 1 and whole_percent - 1),
  said_at         timestamptz not null,
  account_id      bigint,
  replaced_at     timestamptz
);
create unique index presence_rule_once on crm.presence_rule (organisation_id, coalesce(scheme_code, '')) where replaced_at is null;

-- When somebody came and left, and for how many minutes that was, where it was measured; null where somebody just said so.
alter table crm.attendance
  add column came_at timestamptz,
  add column left_at timestamptz,
  add column minutes integer check (minutes >= 0),
  add column source  text not null default 'HAND' check (source in ('HAND', 'SCAN', 'REPORT')),
  add column reason  text,
  add check (source = 'HAND' or minutes is not null);

-- What a participant shows at the door, and what hangs on the wall; eighty random bits each.
create table crm.presence_code (
  enrolment_id bigint primary key references crm.enrolment,
  code         text collate "C" not null unique,
  made_at      timestamptz not null
);
create table crm.wall_code (
  session_id bigint primary key references crm.session on delete cascade,
  code       text collate "C" not null unique,
  made_at    timestamptz not null
);

-- Each scan as a device sent it. The number that the device gave it makes sending it again harmless. What its clock said is kept
-- beside how far that clock was off when it was sent; together they are when it was.
create table crm.attendance_scan (
  id           bigint primary key default nextval('crm.entity_seq'),
  scan_id      uuid not null unique,
  session_id   bigint not null references crm.session,
  enrolment_id bigint not null references crm.enrolment,
  kind         text not null check (kind in ('IN', 'OUT')),
  taken_by     text not null check (taken_by in ('STAFF', 'SELF')),
  device       text not null,
  device_at    timestamptz not null,
  offset_ms    bigint not null,
  scanned_at   timestamptz not null,
  received_at  timestamptz not null,
  account_id   bigint,
  check (scanned_at <= received_at)
);
create index attendance_scan_session on crm.attendance_scan (session_id, enrolment_id, scanned_at);
revoke update, delete, truncate on crm.attendance_scan from crm_app;

-- Each time that an edition was closed, why with something left undone, and why it was opened again.
create table crm.edition_closing (
  id           bigint primary key default nextval('crm.entity_seq'),
  uuid         uuid not null unique default gen_random_uuid(),
  edition_id   bigint not null references crm.edition,
  participants integer not null check (participants >= 0),
  left_undone  integer not null check (left_undone >= 0),
  because      text,
  closed_at    timestamptz not null,
  closed_by    bigint,
  reopened_at  timestamptz,
  reopened_by  bigint,
  reason       text,
  check ((reopened_at is null) = (reason is null)),
  check (left_undone = 0 or because is not null)
);
create unique index edition_closing_stands on crm.edition_closing (edition_id) where reopened_at is null;
