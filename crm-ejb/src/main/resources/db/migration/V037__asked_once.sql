-- A program that adds somebody may ask twice when it heard no answer: the same key of the same account adds nobody again.
create table crm.newcomer_key (
  account_id  bigint not null,
  key         text collate "C" not null,
  asked       bytea not null,
  person_uuid uuid,
  created_at  timestamptz not null,
  primary key (account_id, key)
);
