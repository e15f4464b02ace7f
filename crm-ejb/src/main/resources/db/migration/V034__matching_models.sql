-- What the matching weighs: the model that the product comes with (no content), and those that were learned from the rows of
-- the registers. Shifts: pairs of rows by the band they are in with the model that it was compared with and would be in with
-- this one, three times three.
create table crm.matching_model (
  id            bigint primary key,
  uuid          uuid not null unique,
  version       text not null unique,
  state         text not null check (state in ('LEARNING','READY','FAILED')),
  content       text,
  records       integer,
  compared_with text,
  shifts        bigint[],
  account_id    bigint,
  asked_at      timestamptz not null,
  learned_at    timestamptz,
  in_use        boolean not null default false,
  used_since    timestamptz,
  check (not in_use or state = 'READY' and used_since is not null)
);
create unique index matching_model_in_use on crm.matching_model (in_use) where in_use;

insert into crm.matching_model (id, uuid, version, state, asked_at, in_use, used_since)
values (nextval('crm.entity_seq'), gen_random_uuid(), '1', 'READY', now(), true, now());
