-- Two persons that may be one, for people to decide. Evidence: a level, its weight in bits and how common the value is, one
-- line a field. Who takes an item keeps it for a while, so that two people never decide the same.
create table crm.review_item (
  id              bigint primary key,
  uuid            uuid not null unique,
  one_id          bigint not null references crm.person,
  other_id        bigint not null references crm.person,
  score           numeric(8, 3) not null,
  model_version   text not null,
  one_register    boolean not null,
  evidence        text[] not null,
  run_id          bigint references crm.import_run,
  state           text not null check (state in ('OPEN','SAME','OTHER','GONE')),
  found_at        timestamptz not null,
  later_until     timestamptz,
  taken_by        bigint references crm.account,
  taken_until     timestamptz,
  decided_by      bigint references crm.account,
  organisation_id bigint references crm.organisation,
  decided_at      timestamptz,
  merge_id        bigint references crm.merge_event,
  version         bigint not null default 0,
  check (one_id < other_id),
  check ((state = 'OPEN') = (decided_at is null))
);
create unique index review_item_once on crm.review_item (one_id, other_id) where state = 'OPEN';
create index review_item_other on crm.review_item (other_id) where state = 'OPEN';
create index review_item_queue on crm.review_item (abs(score), id) where state = 'OPEN';
create index review_item_run on crm.review_item (run_id);
