-- Points that a professional says to have earned elsewhere. An organisation of his or her choice looks at the evidence.
create table crm.credit_claim (
  id              bigint primary key,
  uuid            uuid not null unique,
  person_id       bigint not null references crm.person,
  organisation_id bigint not null references crm.organisation,
  scheme_code     text collate "C" not null references crm.scheme,
  category        text not null,
  points          numeric(5,1) not null check (points > 0),
  earned_on       date not null,
  title           text not null,
  state           text not null check (state in ('OPEN', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
  answer          text,
  declared_at     timestamptz not null,
  account_id      bigint references crm.account,
  decided_at      timestamptz,
  decided_by      bigint references crm.account,
  version         bigint not null default 0,
  check ((state = 'OPEN') = (decided_at is null)),
  check (state <> 'REJECTED' or answer is not null)
);
create index credit_claim_person on crm.credit_claim (person_id, scheme_code);
create index credit_claim_open on crm.credit_claim (organisation_id, declared_at) where state = 'OPEN';
create table crm.credit_evidence (
  claim_id   bigint primary key references crm.credit_claim on delete cascade,
  file_name  text not null,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  content    bytea not null check (octet_length(content) between 1 and 5242880)
);
create trigger credit_claim_follows before insert on crm.credit_claim for each row execute function crm.follow_survivor();

-- Everybody's points by register: lines that are only ever added to. What was wrong is put right by another line, which names the
-- first one; together they are what counts.
create table crm.credit_entry (
  id              bigint primary key default nextval('crm.entity_seq'),
  uuid            uuid not null unique default gen_random_uuid(),
  person_id       bigint not null references crm.person,
  scheme_code     text collate "C" not null references crm.scheme,
  register_number text,
  source          text not null check (source in ('ATTENDANCE', 'SELF', 'IMPORT')),
  category        text not null,
  points          numeric(6,1) not null check (points <> 0),
  earned_on       date not null,
  title           text not null,
  organiser       text,
  enrolment_id    bigint references crm.enrolment,
  claim_id        bigint references crm.credit_claim,
  import_key      text,
  corrects_id     bigint references crm.credit_entry,
  reason          text,
  entered_at      timestamptz not null,
  account_id      bigint,
  check ((source = 'ATTENDANCE') = (enrolment_id is not null)),
  check ((source = 'SELF') = (claim_id is not null)),
  check ((source = 'IMPORT') = (import_key is not null)),
  check (points > 0 or corrects_id is not null),
  check ((corrects_id is null) = (reason is null))
);
create index credit_entry_person on crm.credit_entry (person_id, scheme_code);
create index credit_entry_enrolment on crm.credit_entry (enrolment_id, scheme_code) where enrolment_id is not null;
create unique index credit_entry_earned_once on crm.credit_entry (enrolment_id, scheme_code)
  where enrolment_id is not null and corrects_id is null;
create unique index credit_entry_claimed_once on crm.credit_entry (claim_id) where claim_id is not null and corrects_id is null;
create unique index credit_entry_imported_once on crm.credit_entry (import_key)
  where import_key is not null and corrects_id is null;
create index credit_entry_corrects on crm.credit_entry (corrects_id) where corrects_id is not null;
create trigger credit_entry_follows before insert on crm.credit_entry for each row execute function crm.follow_survivor();
revoke update, delete, truncate on crm.credit_entry from crm_app;
grant update (person_id) on crm.credit_entry to crm_app;

-- What the official register said to a professional on a day; the last one counts, and none of them is changed.
create table crm.register_total (
  id          bigint primary key default nextval('crm.entity_seq'),
  uuid        uuid not null unique default gen_random_uuid(),
  person_id   bigint not null references crm.person,
  scheme_code text collate "C" not null references crm.scheme,
  as_of       date not null,
  entered_at  timestamptz not null,
  account_id  bigint
);
create index register_total_person on crm.register_total (person_id, scheme_code, as_of desc, id desc);
create table crm.register_total_part (
  total_id bigint not null references crm.register_total on delete cascade,
  category text not null,
  points   numeric(6,1) not null check (points >= 0),
  primary key (total_id, category)
);
create trigger register_total_follows before insert on crm.register_total for each row execute function crm.follow_survivor();

-- What a professional says of his or her work, where a register asks for it.
create table crm.work_statement (
  id          bigint primary key default nextval('crm.entity_seq'),
  person_id   bigint not null references crm.person,
  scheme_code text collate "C" not null references crm.scheme,
  code        text not null,
  value       numeric(8,1) not null check (value >= 0),
  said_at     timestamptz not null,
  account_id  bigint
);
create index work_statement_person on crm.work_statement (person_id, scheme_code, code, id desc);
create trigger work_statement_follows before insert on crm.work_statement for each row execute function crm.follow_survivor();
