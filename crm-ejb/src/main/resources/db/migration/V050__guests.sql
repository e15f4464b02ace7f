-- Somebody without an account who wants to come. What was typed waits here until the mail to the address given is confirmed,
-- and is let go then or two days later; of the link, the address and the caller only hashes are kept.
create table crm.guest_request (
  id            bigint primary key,
  uuid          uuid not null unique,
  edition_id    bigint not null references crm.edition,
  token_hash    bytea not null unique,
  counted_for   bytea not null,
  asked_from    bytea not null,
  same_as       bytea not null,
  asked_at      timestamptz not null,
  expires_at    timestamptz not null,
  given_name    text,
  prefix        text,
  birth_name    text,
  profession    text,
  email         text,
  workplace     text,
  big           text,
  language      text not null check (language in ('nl', 'en')),
  enrolment_id  bigint references crm.enrolment,
  confirmed_at  timestamptz,
  version       bigint not null default 0,
  check ((confirmed_at is null) = (enrolment_id is null)),
  check ((confirmed_at is null) = (email is not null))
);
create index guest_request_counted on crm.guest_request (counted_for, asked_at);
create index guest_request_asked_from on crm.guest_request (asked_from, asked_at);
create index guest_request_same on crm.guest_request (same_as) where confirmed_at is not null;
create index guest_request_waiting on crm.guest_request (expires_at) where confirmed_at is null;
create index guest_request_edition on crm.guest_request (edition_id);
create index guest_request_enrolment on crm.guest_request (enrolment_id) where enrolment_id is not null;
