-- Who attended, brought to the registers: typed in there by hand, or sent to PE-online.

-- The parts of PE-online and how each writes a number (its own list of about 2016; what a number may look like can be changed).
create table crm.pe_organisation (
  org_id         integer primary key,
  name           text not null,
  number_pattern text not null,
  big_prefix     text not null default 'BIG-',
  own_prefix     text not null default ''
);
insert into crm.pe_organisation (org_id, name, number_pattern, own_prefix) values
  (19, 'KNMG-GAIA', '[0-9]{11}', ''),
  (22, 'STADAP/KABIZ/KAOF/SANA', '[0-9]{11}|[0-9A-Z./-]{3,20}', ''),
  (24, 'Psychologen', '[0-9]{11}|[0-9A-Z./-]{3,20}', 'NIP-'),
  (26, 'NVvPO', '[0-9]{3,4}', ''),
  (29, 'NAPA', '[0-9]{5}', ''),
  (31, 'KNMP en NVZA', '[0-9]{11}', ''),
  (33, 'NVHVV', '[0-9]{11}', ''),
  (44, 'EADV', '[0-9]{4}', ''),
  (51, 'KNOV', '[0-9]{11}', ''),
  (52, 'V&VN (VSR, KR V&V, RZ)', '[0-9]{6}|[0-9]{11}', ''),
  (58, 'NVSHV', '[0-9]{11}', ''),
  (68, 'LV POH-GGZ', '[0-9A-Z./-]{3,20}', '');
alter table crm.scheme add constraint scheme_pe_organisation foreign key (pe_org_id) references crm.pe_organisation;

-- Where PE-online listens; one for all.
create table crm.pe_service (
  only_one   boolean primary key default true check (only_one),
  address    text not null,
  changed_at timestamptz not null,
  account_id bigint references crm.account
);

-- With what an organisation signs in there. The key is sealed and shown to nobody.
create table crm.pe_account (
  organisation_id bigint primary key references crm.organisation,
  user_number     text not null,
  user_key        bytea,
  test_mode       boolean not null default true,
  error_mail      text,
  refused_at      timestamptz,
  changed_at      timestamptz not null,
  account_id      bigint references crm.account
);
-- For which of its parts the organisation has a contract for the web service.
create table crm.pe_contract (
  organisation_id bigint not null references crm.organisation,
  org_id          integer not null references crm.pe_organisation,
  primary key (organisation_id, org_id)
);

-- How far one participant is in one register; of courses that count by session, each session by itself. No row, CHECKED
-- (a trial found nothing wrong) and CORRECTED (what was done was taken back): it is still to be done.
create table crm.credit_delivery (
  id           bigint primary key default nextval('crm.entity_seq'),
  uuid         uuid not null unique default gen_random_uuid(),
  enrolment_id bigint not null references crm.enrolment on delete cascade,
  scheme_code  text collate "C" not null references crm.scheme,
  session_id   bigint references crm.session on delete cascade,
  state        text not null check (state in ('NONE', 'ENTERED', 'PENDING', 'SENT', 'CHECKED', 'CORRECTED', 'ACCEPTED', 'REJECTED')),
  number       text,
  error_code   text,
  error_text   text,
  changed_at   timestamptz not null,
  account_id   bigint references crm.account,
  check (state <> 'REJECTED' or error_text is not null)
);
create unique index credit_delivery_once on crm.credit_delivery (enrolment_id, scheme_code, coalesce(session_id, 0));

-- One question to PE-online; asked again as it is until it was answered.
create table crm.delivery_batch (
  id              bigint primary key default nextval('crm.entity_seq'),
  uuid            uuid not null unique default gen_random_uuid(),
  organisation_id bigint not null references crm.organisation,
  edition_id      bigint not null references crm.edition on delete cascade,
  org_id          integer not null references crm.pe_organisation,
  test_mode       boolean not null,
  state           text not null check (state in ('WAITING', 'SENDING', 'ANSWERED', 'UNKNOWN', 'REFUSED')),
  attempts        integer not null default 0,
  next_attempt_at timestamptz,
  request_hash    bytea,
  answer          text,
  failure         text,
  queued_at       timestamptz not null,
  answered_at     timestamptz,
  account_id      bigint references crm.account,
  check ((state in ('WAITING', 'SENDING')) = (next_attempt_at is not null))
);
create index delivery_batch_next on crm.delivery_batch (next_attempt_at) where state in ('WAITING', 'SENDING');
create index delivery_batch_edition on crm.delivery_batch (edition_id);
create table crm.delivery_row (
  batch_id      bigint not null references crm.delivery_batch on delete cascade,
  position      integer not null,
  delivery_id   bigint not null references crm.credit_delivery on delete cascade,
  person        text not null,
  course        text not null,
  own_codes     boolean not null,
  edition       text,
  meeting       text,
  module        text,
  ended_at      text,
  is_open       boolean not null default true,
  primary key (batch_id, position)
);
-- What waits for an answer is in no other question.
create unique index delivery_row_once on crm.delivery_row (delivery_id) where is_open;
