-- The outbox: a message is written with the fact that it tells and leaves after commit, at least once.
create table crm.message (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint,
  person_id       bigint,
  kind            text not null,
  recipient       text not null,
  subject         text not null,
  body            text not null,
  calendar        text,
  calendar_method text,
  message_id      text not null unique,
  state           text not null check (state in ('PENDING','SENT','SHOWN','FAILED')),
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null,
  last_error      text,
  created_at      timestamptz not null,
  sent_at         timestamptz,
  version         bigint not null default 0
);
create index message_waiting on crm.message (next_attempt_at, id) where state = 'PENDING';
create index message_organisation on crm.message (organisation_id, id desc);
create index message_person on crm.message (person_id, id desc);
