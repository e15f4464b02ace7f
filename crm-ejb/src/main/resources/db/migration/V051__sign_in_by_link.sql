-- A link that signs in once, or that proves that somebody reads an address. One for each account: another takes its place,
-- so that only the last mail is of use. Of the link itself only the hash is kept.
create table crm.sign_in_link (
  account_id  bigint primary key references crm.account,
  purpose     text not null check (purpose in ('SIGN_IN', 'CONFIRM')),
  hash        bytea not null unique,
  email       text collate "C" not null,
  made_at     timestamptz not null,
  valid_until timestamptz not null,
  used_at     timestamptz
);

-- Of which address its owner said, and proved by reading a mail, that nobody else reads it. Another address is not confirmed.
create table crm.personal_address (
  account_id   bigint primary key references crm.account,
  email        text collate "C" not null,
  confirmed_at timestamptz not null
);

-- What somebody wants to be told. Who has no row is told everything.
create table crm.notification_choice (
  account_id bigint primary key references crm.account,
  reminders  boolean not null,
  changed_at timestamptz not null
);
