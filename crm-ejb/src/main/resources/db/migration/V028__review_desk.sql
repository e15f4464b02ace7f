-- What was decided at the review desk, each decision with all the items that it closed, so that it can be taken back.
create table crm.review_decision (
  id              bigint primary key,
  uuid            uuid not null unique,
  kind            text not null check (kind in ('SAME','OTHER','TOGETHER')),
  organisation_id bigint references crm.organisation,
  account_id      bigint references crm.account,
  decided_at      timestamptz not null,
  merges          uuid[] not null default '{}',
  said            uuid,
  undone_at       timestamptz
);
create index review_decision_last on crm.review_decision (account_id, id desc) where undone_at is null;

alter table crm.review_item add column decision_id bigint references crm.review_decision;
create index review_item_decision on crm.review_item (decision_id) where decision_id is not null;
create index review_item_taken on crm.review_item (taken_by) where taken_by is not null;
create index review_item_score on crm.review_item (score) where state = 'OPEN';

-- An item is put off by each organisation for itself; the platform's administrator is organisation 0.
alter table crm.review_item drop column later_until;
create table crm.review_later (
  item_id         bigint not null references crm.review_item,
  organisation_id bigint not null,
  until           timestamptz not null,
  primary key (item_id, organisation_id)
);

-- Ten items above a weight, to be judged before the rest above it is accepted together.
create table crm.review_sample (
  id              bigint primary key,
  uuid            uuid not null unique,
  threshold       numeric(8, 3) not null,
  organisation_id bigint references crm.organisation,
  account_id      bigint references crm.account,
  drawn_at        timestamptz not null,
  decision_id     bigint references crm.review_decision
);
create table crm.review_sample_item (
  sample_id bigint not null references crm.review_sample,
  item_id   bigint not null references crm.review_item,
  primary key (sample_id, item_id)
);

-- How often the matching is right: rows that it placed on its own, drawn at random and judged by people.
create table crm.match_audit (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint references crm.organisation,
  account_id      bigint references crm.account,
  drawn_at        timestamptz not null
);
create table crm.match_audit_row (
  audit_id  bigint not null references crm.match_audit,
  place     integer not null,
  record_id bigint not null references crm.source_record on delete cascade,
  verdict   text check (verdict in ('RIGHT','WRONG')),
  judged_by bigint references crm.account,
  judged_at timestamptz,
  primary key (audit_id, place),
  check ((verdict is null) = (judged_at is null))
);
create index match_audit_row_record on crm.match_audit_row (record_id);

-- Whether a person stands in a register; in any, for no code.
create function crm.stands_in(person bigint, register text) returns boolean language sql stable as $$
  select exists (select 1 from crm.source_record r
                  where r.person_id = person and (register = '' or r.register_code = register))
$$;
grant execute on function crm.stands_in(bigint, text) to crm_app;
