-- What a run would do or did, and what it takes to take it back. A rehearsed file is kept until it is brought in, thrown away
-- or a week old.
alter table crm.import_run
  add column rows_vanished   integer not null default 0,
  add column rows_returned   integer not null default 0,
  add column merged          integer not null default 0,
  add column vanishing_held  boolean not null default false,   -- too many are missing: nothing follows until somebody confirms
  add column rehearsal_id    bigint references crm.import_run,
  add column mapping_version integer not null default 1,
  add column file_until      timestamptz,
  add column reverted_at     timestamptz,
  add column reverted_by     bigint;

-- Every row that is not in a delivery any more; of everything else examples. The person is whom it is about as far as known.
create table crm.import_effect (
  id         bigint primary key generated always as identity,
  run_id     bigint not null references crm.import_run,
  kind       text not null check (kind in ('CREATED','LINKED','QUEUED','CHANGED','RETURNED','VANISHED','MERGED')),
  row_number integer,
  source_key text collate "C",
  name       text,
  record_id  bigint,
  person_id  bigint,
  other      text,                        -- the key of another row of the file that it may be the same as
  details    text[] not null default '{}' -- of a changed row: header, before, after, and so on
);
create index import_effect_run on crm.import_effect (run_id, kind, id);

-- A row that the last delivery no longer had. What the register said stays said until somebody ends it.
alter table crm.source_record
  add column missing_run_id   bigint,
  add column missing_since    timestamptz,
  add column missing_decision text check (missing_decision in ('ENDED','KEPT')),
  add column mapping_version  integer not null default 1;
create index source_record_missing on crm.source_record (register_id, missing_run_id) where missing_run_id is not null;

-- What a row said before a run touched it (null: it was not there), and what a run had brought that was taken back.
create table crm.source_record_history (
  id              bigint primary key generated always as identity,
  record_id       bigint not null,
  register_id     bigint not null,
  organisation_id bigint not null references crm.organisation,
  run_id          bigint not null,
  was             jsonb,
  taken_out       jsonb,
  unique (run_id, record_id)
);
create index source_record_history_record on crm.source_record_history (record_id);

-- Merges that a run did by itself.
create table crm.import_merge (
  run_id     bigint not null references crm.import_run,
  merge_uuid uuid not null,
  primary key (run_id, merge_uuid)
);

-- How the columns of a register read, by version: header, field, private, required and meanings, a line each.
alter table crm.source_register add column mapping_version integer not null default 1;
create table crm.mapping_version (
  id          bigint primary key generated always as identity,
  register_id bigint not null references crm.source_register,
  number      integer not null,
  account_id  bigint,
  made_at     timestamptz not null,
  key_column  text not null,
  lines       text[] not null,
  unique (register_id, number)
);

-- Whether anything refers to a row; not counting the tables that are passed over, nor what goes with it.
create function crm.is_referred_to(target regclass, target_id bigint, passing regclass[]) returns boolean language plpgsql stable as $$
declare
  k record;
  found_one boolean;
begin
  for k in select c.conrelid::regclass as held, a.attname as by_column
             from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            where c.contype = 'f' and c.confrelid = target and c.confdeltype <> 'c'
              and not c.conrelid = any (passing::oid[]) loop
    execute format('select exists (select 1 from %s where %I = $1)', k.held, k.by_column) into found_one using target_id;
    if found_one then
      return true;
    end if;
  end loop;
  return false;
end $$;
grant execute on function crm.is_referred_to(regclass, bigint, regclass[]) to crm_app;

-- Rows that an organisation was handed back otherwise than it delivered them: when they come in so, they are news to nobody.
create table crm.handed_back (
  record_id    bigint primary key,
  register_id  bigint not null references crm.source_register,
  content_hash bytea not null,
  handed_at    timestamptz not null
);
