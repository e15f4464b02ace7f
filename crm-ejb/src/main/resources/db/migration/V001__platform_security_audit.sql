-- The ground: extensions, Dutch order, the id sequence, jobs, accounts and the audit.
-- Runs as crm_owner. The server works as crm_app, which owns nothing.

create extension if not exists pg_trgm with schema crm;
create extension if not exists btree_gist with schema crm;

-- Display order of names, the same on every cluster whatever its locale.
create collation if not exists crm.dutch (provider = icu, locale = 'nl');

grant usage on schema crm to crm_app;
alter default privileges in schema crm grant select, insert, update, delete on tables to crm_app;
alter default privileges in schema crm grant usage, select on sequences to crm_app;

create sequence crm.entity_seq increment by 50;

create table crm.job (
  id               bigint primary key,
  uuid             uuid not null unique,
  kind             text not null,
  subject_uuid     uuid,
  state            text not null check (state in ('QUEUED','RUNNING','DONE','FAILED','CANCELLED')),
  progress_done    integer not null default 0,
  progress_total   integer not null default 0,
  cancel_requested boolean not null default false,
  attempts         integer not null default 0,
  worker           text,
  lease_until      timestamptz,
  account_id       bigint,
  organisation_id  bigint,
  created_at       timestamptz not null,
  started_at       timestamptz,
  finished_at      timestamptz,
  failure          text,
  version          bigint not null default 0
);
create index job_waiting on crm.job (id) where state in ('QUEUED','RUNNING');
create index job_subject on crm.job (subject_uuid);

create table crm.account (
  id            bigint primary key,
  uuid          uuid not null unique,
  email         text collate "C" not null unique,   -- folded to lower case
  display_name  text not null,
  password_hash text,
  language      text not null default 'nl' check (language in ('nl','en')),
  person_id     bigint unique,
  active        boolean not null default true,
  created_at    timestamptz not null,
  version       bigint not null default 0
);

create table crm.role_grant (
  id              bigint primary key,
  uuid            uuid not null unique,
  account_id      bigint not null references crm.account,
  role            text not null,
  organisation_id bigint,
  created_at      timestamptz not null,
  ended_at        timestamptz
);
create unique index role_grant_once on crm.role_grant (account_id, role, coalesce(organisation_id, 0)) where ended_at is null;

-- Failed sign-ins per account and per address; survives restarts and counts for every node.
create table crm.sign_in_failure (
  counted      text collate "C" primary key,
  failures     integer not null,
  since        timestamptz not null,
  locked_until timestamptz
);

create table crm.api_token (
  id              bigint primary key,
  uuid            uuid not null unique,
  account_id      bigint not null references crm.account,
  organisation_id bigint,
  name            text not null,
  hash            bytea not null unique,
  created_at      timestamptz not null,
  last_used_at    timestamptz,
  revoked_at      timestamptz,
  version         bigint not null default 0
);
create index api_token_account on crm.api_token (account_id);

create table crm.audit_entry (
  id              bigint generated always as identity primary key,
  at              timestamptz not null,
  account_id      bigint,
  organisation_id bigint,
  action          text not null,
  subject_uuid    uuid,
  detail          text,
  written_in      xid8 not null default pg_current_xact_id()
);
create index audit_subject on crm.audit_entry (subject_uuid, id);
create index audit_account on crm.audit_entry (account_id, id);

-- What is written in the audit stays written: the application may add and read, nothing else.
revoke update, delete, truncate on crm.audit_entry from crm_app;
