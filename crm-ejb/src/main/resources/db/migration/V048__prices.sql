-- What a seat costs and what cancelling costs: rules of an edition, free seats for members, vouchers, cancellation policies
-- that are versions, VAT, all of it frozen with the enrolment; and what was invoiced of it.

-- A rule is never changed: another price is another rule, so that an enrolment can name the one that it was made under.
create table crm.price_rule (
  id          bigint primary key,
  uuid        uuid not null unique,
  edition_id  bigint not null references crm.edition on delete cascade,
  audience    text[] not null default '{}',
  belonging   text check (belonging in ('MEMBER', 'NOT_MEMBER')),
  until       date,
  price_cents integer not null check (price_cents between 0 and 10000000),
  account_id  bigint references crm.account,
  made_at     timestamptz not null,
  ended_at    timestamptz
);
create index price_rule_edition on crm.price_rule (edition_id) where ended_at is null;

-- So many seats cost members nothing. Written under the row lock of the seats alone, as they are.
create table crm.member_seats (
  edition_id bigint primary key references crm.edition on delete cascade,
  seats      integer not null check (seats >= 0),
  taken      integer not null default 0 check (taken >= 0),
  check (taken <= seats)
);

create table crm.voucher (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  course_id       bigint references crm.course on delete cascade,
  code            text not null,
  percent         integer check (percent between 1 and 100),
  amount_cents    integer check (amount_cents > 0),
  uses            integer not null check (uses > 0),
  used            integer not null default 0 check (used >= 0),
  until           date,
  account_id      bigint references crm.account,
  made_at         timestamptz not null,
  ended_at        timestamptz,
  check (num_nonnulls(percent, amount_cents) = 1),
  check (used <= uses),
  unique (organisation_id, code)
);
create index voucher_code on crm.voucher (code) where ended_at is null;
create index voucher_course on crm.voucher (course_id) where course_id is not null;

-- A policy of an organisation by its name; what it says stands in its versions, of which the last one holds.
create table crm.cancellation_policy (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  name            text not null,
  usual           boolean not null default false,
  retired_at      timestamptz,
  created_at      timestamptz not null,
  version         bigint not null default 0
);
create unique index cancellation_policy_name on crm.cancellation_policy (organisation_id, lower(name)) where retired_at is null;
create unique index cancellation_policy_usual on crm.cancellation_policy (organisation_id) where usual;

-- Only grows: who enrolled under a version stays under it. Tiers stand in the four arrays, the earliest first.
create table crm.policy_version (
  id                  bigint primary key,
  uuid                uuid not null unique,
  policy_id           bigint not null references crm.cancellation_policy,
  cooling_off_days    integer not null check (cooling_off_days between 0 and 365),
  from_days           integer[] not null,
  percents            integer[] not null,
  minimums            integer[] not null,
  fixeds              integer[] not null,
  no_show_cents       integer not null check (no_show_cents >= 0),
  free_meeting_days   integer not null check (free_meeting_days >= 0),
  free_meeting_cents  integer not null check (free_meeting_cents >= 0),
  webinars_free       boolean not null,
  substitute_free     boolean not null,
  account_id          bigint references crm.account,
  made_at             timestamptz not null,
  check (cardinality(from_days) between 1 and 10 and cardinality(percents) = cardinality(from_days)
         and cardinality(minimums) = cardinality(from_days) and cardinality(fixeds) = cardinality(from_days))
);
create index policy_version_of on crm.policy_version (policy_id, made_at desc, id desc);

create table crm.edition_policy (
  edition_id bigint primary key references crm.edition on delete cascade,
  policy_id  bigint not null references crm.cancellation_policy
);

-- Whether an organisation is in the register of schools that teach free of VAT (CRKBO), from a day on.
create table crm.vat_setting (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  valid_from      date not null,
  exempt          boolean not null,
  account_id      bigint references crm.account,
  made_at         timestamptz not null,
  unique (organisation_id, valid_from)
);

-- The parts of a price as they were on the day of enrolling. Empty for who enrolled before there were any.
alter table crm.enrolment
  add column base_cents        integer,
  add column price_rule_id     bigint references crm.price_rule,
  add column member_seat       boolean,
  add column voucher_id        bigint references crm.voucher,
  add column voucher_cents     integer,
  add column vat_exempt        boolean,
  add column policy_version_id bigint references crm.policy_version;
create index enrolment_price_rule on crm.enrolment (price_rule_id) where price_rule_id is not null;
create index enrolment_voucher on crm.enrolment (voucher_id) where voucher_id is not null;

-- One time that a selection was passed on to be invoiced. Taken back it counts no more, and its lines stay.
create table crm.invoicing (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  invoiced_on     date not null,
  account_id      bigint references crm.account,
  made_at         timestamptz not null,
  undone_by       bigint references crm.account,
  undone_at       timestamptz
);
create index invoicing_of on crm.invoicing (organisation_id, made_at desc);

-- What was invoiced of an enrolment; only grows. A credit line names the line that it takes back.
create table crm.invoice_line (
  id                    bigint primary key,
  uuid                  uuid not null unique,
  invoicing_id          bigint not null references crm.invoicing,
  enrolment_id          bigint not null references crm.enrolment,
  position              integer not null,
  kind                  text not null check (kind in ('PRICE', 'CANCELLATION_FEE', 'NO_SHOW_FEE', 'CREDIT')),
  amount_cents          integer not null,
  vat_exempt            boolean not null,
  vat_cents             integer not null,
  payer_kind            text,
  payer_organisation_id bigint references crm.organisation,
  payer_reference       text,
  credits_id            bigint references crm.invoice_line,
  unique (enrolment_id, position),
  check ((kind = 'CREDIT') = (credits_id is not null)),
  check ((kind = 'CREDIT') = (amount_cents < 0))
);
create index invoice_line_invoicing on crm.invoice_line (invoicing_id);
create index invoice_line_credits on crm.invoice_line (credits_id) where credits_id is not null;

revoke update, delete, truncate on crm.invoice_line, crm.policy_version from crm_app;

-- What staff decided that somebody owes, whatever the rules say; only grows.
create table crm.price_correction (
  id           bigint primary key,
  uuid         uuid not null unique,
  enrolment_id bigint not null references crm.enrolment,
  was_cents    integer not null,
  cents        integer not null check (cents >= 0),
  reason       text not null,
  account_id   bigint references crm.account,
  at           timestamptz not null
);
create index price_correction_of on crm.price_correction (enrolment_id, id);
revoke update, delete, truncate on crm.price_correction from crm_app;
