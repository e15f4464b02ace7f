-- The list that was signed in the room, as it was scanned. What was put up wrongly is taken away with the moment; it stays kept.
create table crm.signed_list (
  id          bigint primary key default nextval('crm.entity_seq'),
  uuid        uuid not null unique default gen_random_uuid(),
  session_id  bigint not null references crm.session,
  file_name   text not null,
  media_type  text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  content     bytea not null check (octet_length(content) between 1 and 5242880),
  put_at      timestamptz not null,
  account_id  bigint,
  removed_at  timestamptz,
  removed_by  bigint
);
create index signed_list_session on crm.signed_list (session_id);

-- Who is meant by a name or an address in the join reports of an organisation, as its staff once said.
create table crm.join_alias (
  id              bigint primary key default nextval('crm.entity_seq'),
  organisation_id bigint not null references crm.organisation,
  alias           text collate "C" not null,
  person_id       bigint not null references crm.person,
  said_at         timestamptz not null,
  account_id      bigint,
  unique (organisation_id, alias)
);
create index join_alias_person on crm.join_alias (person_id);
create trigger join_alias_follows before insert on crm.join_alias for each row execute function crm.follow_survivor();

-- The joins of an online session as a report told them; another report of the same session takes the place of the one before.
create table crm.session_join (
  id         bigint primary key default nextval('crm.entity_seq'),
  session_id bigint not null references crm.session,
  name       text not null,
  email      text,
  joined_at  timestamptz not null,
  left_at    timestamptz not null,
  read_at    timestamptz not null,
  account_id bigint,
  check (joined_at <= left_at)
);
create index session_join_session on crm.session_join (session_id);
