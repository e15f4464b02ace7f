-- The calendar and the year of those who plan ask by time.
create index session_time on crm.session (starts_at, ends_at);

-- On whose pages an organisation shows its agenda in a frame; the colour is organisation.accent, there from the first day.
create table crm.agenda_site (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null unique references crm.organisation,
  origins         text not null,
  version         bigint not null default 0
);

alter table crm.organisation add constraint organisation_accent check (accent ~ '^#[0-9a-f]{6}$');

-- The address under which somebody's own calendar program reads his or her enrolments. Only its hash is kept; of an
-- account one address is good at a time.
create table crm.calendar_feed (
  id         bigint primary key,
  uuid       uuid not null unique,
  account_id bigint not null references crm.account,
  hash       bytea not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz,
  version    bigint not null default 0
);
create unique index calendar_feed_of on crm.calendar_feed (account_id) where revoked_at is null;
