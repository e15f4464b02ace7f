-- Asking a teacher to come: a personal link, of which only the hash is kept. The last one that was asked counts.
create table crm.teacher_invitation (
  id           bigint primary key,
  uuid         uuid not null unique,
  resource_id  bigint not null references crm.resource,
  edition_id   bigint not null references crm.edition,
  token_hash   bytea not null unique,
  asked_at     timestamptz not null,
  expires_at   timestamptz not null,
  answer       text check (answer in ('COMING', 'NOT_COMING')),
  answered_for text,
  reason       text,
  answered_at  timestamptz,
  replaced_at  timestamptz,
  version      bigint not null default 0,
  check ((answer is null) = (answered_at is null)),
  check ((answer is null) = (answered_for is null))
);
create unique index teacher_invitation_last on crm.teacher_invitation (edition_id, resource_id) where replaced_at is null;

-- What somebody has from some time on, booked twice or not.
create index resource_booking_until on crm.resource_booking (resource_id, upper(during)) where state <> 'RELEASED';
