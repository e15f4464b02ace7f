-- Registers of the organisations, how their columns read, and the runs that brought rows in.
create table crm.source_register (
  id              bigint primary key,
  uuid            uuid not null unique,
  code            text collate "C" not null unique,
  name            text not null,
  organisation_id bigint not null references crm.organisation,
  source_rank     integer not null,
  sheet           text,
  header_row      integer,
  separator       text,
  encoding        text,
  key_column      text not null,
  created_at      timestamptz not null,
  version         bigint not null default 0
);

create table crm.column_mapping (
  id          bigint primary key,
  uuid        uuid not null unique,
  register_id bigint not null references crm.source_register,
  position    integer not null,
  header      text not null,
  field       text not null,
  private     boolean not null default false,
  required    boolean not null default false,
  unique (register_id, header)
);

create table crm.import_run (
  id                   bigint primary key,
  uuid                 uuid not null unique,
  register_id          bigint not null references crm.source_register,
  organisation_id      bigint not null references crm.organisation,
  mode                 text not null check (mode in ('AUTO','REHEARSE')),
  state                text not null check (state in ('QUEUED','RUNNING','DONE','FAILED','CANCELLED')),
  file_name            text not null,
  file_hash            bytea not null,
  rows_read            integer not null default 0,
  rows_invalid         integer not null default 0,
  rows_unchanged       integer not null default 0,
  linked_automatically integer not null default 0,
  queued_for_review    integer not null default 0,
  created              integer not null default 0,
  failure              text,
  failure_arguments    text[],
  account_id           bigint,
  created_at           timestamptz not null,
  started_at           timestamptz,
  finished_at          timestamptz,
  version              bigint not null default 0
);
create index import_run_organisation on crm.import_run (organisation_id, id desc);

create table crm.import_file (
  run_id  bigint primary key references crm.import_run,
  content bytea not null
);

create table crm.import_problem (
  id          bigint primary key,
  run_id      bigint not null references crm.import_run,
  row_number  integer not null,
  source_key  text,
  column_name text,
  value       text,
  code        text not null,
  refused     boolean not null,
  raw         jsonb
);
create index import_problem_run on crm.import_problem (run_id, row_number, id);

-- What a code of a register means, like function 03 for a GP in training.
create table crm.column_meaning (
  mapping_id bigint not null references crm.column_mapping,
  code       text collate "C" not null,
  meaning    text not null,
  primary key (mapping_id, code)
);
