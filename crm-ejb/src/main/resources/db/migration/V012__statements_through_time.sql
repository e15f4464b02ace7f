-- What is said of persons now carries what it is about, since when it holds and why a check was passed over. Rows of
-- registers hold as long as they stand. Of one field several may hold side by side, each in a slot of its own: a number per
-- register, a further profession, a shared mailbox beside a personal address.
create or replace view crm.said as
  select r.person_id, f.field, f.value, f.prefix, r.organisation_id, r.register_code, r.source_key,
         false as by_hand, r.source_rank, r.delivered_at as said_at, null::text as reason, null::bigint as account_id,
         f.field = any (r.private_fields) as private, r.uuid,
         null::text as qualifier, null::text as act, null::date as valid_from, null::date as valid_to,
         null::text as override_reason, ''::text as slot
    from crm.source_record r
   cross join lateral (values
         ('birthName', r.birth_name, r.birth_prefix),
         ('partnerName', r.partner_name, r.partner_prefix),
         ('nameUsage', r.name_usage, null),
         ('initials', r.initials, null),
         ('givenName', r.given_name, null),
         ('gender', r.gender, null),
         ('birthDate', r.birth_date::text, null),
         ('profession', r.profession, null),
         ('big', r.big, null),
         ('agb', r.agb, null),
         ('workplace', r.practice_name, null),
         ('address', nullif(concat_ws(', ', nullif(concat_ws(' ', r.street, r.house_number, r.house_suffix), ''), nullif(concat_ws(' ', r.postcode, r.place), '')), ''), null),
         ('phone', r.phone, null),
         ('mobile', r.mobile, null),
         ('email', r.email, null)
       ) as f (field, value, prefix)
   where f.value is not null
  union all
  select s.person_id, s.field, s.value, s.prefix, s.organisation_id, null, null,
         true, 0, s.said_at, s.reason, s.account_id,
         s.private or (s.field = 'mobile' and s.qualifier is distinct from 'WORK'), s.uuid,
         s.qualifier, s.act, s.valid_from, s.valid_to, s.override_reason,
         case when s.qualifier in ('WORK', 'PERSONAL') then '' else coalesce(s.qualifier, '') end
    from crm.statement s
   where s.withdrawn_at is null;

-- Who shows the same address as somebody else uses a shared mailbox.
create index person_email on crm.person (email) where email is not null;

-- What begins or ends on a day.
create index statement_valid_from on crm.statement (valid_from) where valid_from is not null;
create index statement_valid_to on crm.statement (valid_to) where valid_to is not null;
create index workplace_valid_from on crm.affiliation (valid_from) where valid_from is not null;
create index workplace_valid_to on crm.affiliation (valid_to) where valid_to is not null;

-- The last day for which persons were derived because something began or ended on it.
create table crm.derived_until (
  id  integer primary key check (id = 1),
  day date not null
);

-- Who has not been confirmed for long.
create index person_confirmed on crm.person (confirmed_at) where merged_into_id is null;

-- An edit by somebody who does not look after the person: it holds at once, and the steward is told.
create table crm.change_notice (
  id              bigint primary key,
  uuid            uuid not null unique,
  person_id       bigint not null references crm.person,
  statement_uuid  uuid not null,
  field           text not null,
  organisation_id bigint not null references crm.organisation,
  steward_id      bigint not null references crm.organisation,
  account_id      bigint,
  created_at      timestamptz not null,
  seen_at         timestamptz,
  reverted_at     timestamptz,
  settled_by      bigint,
  version         bigint not null default 0
);
create index change_notice_open on crm.change_notice (steward_id, id desc) where seen_at is null and reverted_at is null;

-- What may not be done at once by somebody who does not look after the person.
create table crm.change_proposal (
  id             bigint primary key,
  uuid           uuid not null unique,
  kind           text not null check (kind in ('IDENTIFIER','END_AFFILIATION','END_MEMBERSHIP','MERGE')),
  person_id      bigint not null references crm.person,
  subject_uuid   uuid,
  field          text,
  qualifier      text,
  value          text,
  valid_from     date,
  last_day       date,
  override_reason text,
  reason         text not null,
  proposer_id    bigint not null references crm.organisation,
  proposed_by    bigint,
  steward_id     bigint not null references crm.organisation,
  state          text not null check (state in ('OPEN','ACCEPTED','REJECTED','WITHDRAWN')),
  answer         text,
  decided_by     bigint,
  decided_at     timestamptz,
  created_at     timestamptz not null,
  version        bigint not null default 0
);
create index change_proposal_steward on crm.change_proposal (steward_id, id desc);
create index change_proposal_proposer on crm.change_proposal (proposer_id, id desc);
