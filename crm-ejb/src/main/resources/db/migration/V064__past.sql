-- What an organisation kept before it used this product, as its own file says it. The file's cells are kept as long as the import is, so
-- that what was taken over can be told and taken back row by row.
create table crm.past_import (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  kind            text not null check (kind in ('PARTICIPATION', 'MEMBERSHIP')),
  state           text not null check (state in ('UPLOADED', 'REHEARSING', 'REHEARSED', 'APPLYING', 'APPLIED', 'REVERTING',
                                                 'REVERTED', 'FAILED')),
  file_name       text not null,
  headers         text[] not null,
  fields          text[] not null,
  rows_read       integer not null,
  created_at      timestamptz not null,
  account_id      bigint,
  rehearsed_at    timestamptz,
  applied_at      timestamptz,
  reverted_at     timestamptz,
  version         bigint not null default 0,
  check (cardinality(headers) = cardinality(fields))
);
create index past_import_organisation on crm.past_import (organisation_id, id desc);

create table crm.past_row (
  import_id bigint not null references crm.past_import on delete cascade,
  number    integer not null,
  cells     text[] not null,
  primary key (import_id, number)
);

-- Somebody as the file names him or her; who that is, or that people have to say so.
create table crm.past_person (
  id              bigint primary key default nextval('crm.entity_seq'),
  uuid            uuid not null unique default gen_random_uuid(),
  import_id       bigint not null references crm.past_import on delete cascade,
  organisation_id bigint not null references crm.organisation,
  who             text collate "C" not null,
  name            text,
  surname         text,
  initials        text,
  birth_date      date,
  big             text collate "C",
  agb             text collate "C",
  register_number text collate "C",
  own_key         text collate "C",
  email           text collate "C",
  person_id       bigint references crm.person,
  how             text check (how in ('BIG', 'AGB', 'NUMBER', 'KEY', 'BIRTH', 'EMAIL', 'DECIDED', 'LEFT_OUT')),
  decided_by      bigint,
  check ((person_id is null) = (how is null or how = 'LEFT_OUT')),
  unique (import_id, who)
);
create index past_person_who on crm.past_person (organisation_id, who);
create index past_person_person on crm.past_person (person_id) where person_id is not null;
create trigger past_person_follows before insert on crm.past_person for each row execute function crm.follow_survivor();

-- What was read of a row, and what becomes of it.
create table crm.past_reading (
  import_id     bigint not null references crm.past_import on delete cascade,
  number        integer not null,
  problem       text,
  problem_at    text,
  who           text collate "C",
  course_key    text collate "C",
  title         text,
  edition_key   text collate "C",
  starts_at     timestamptz,
  ends_at       timestamptz,
  location      text,
  place         text,
  search_text   text collate "C",
  presence      text check (presence in ('ATTENDED', 'PARTIAL', 'NO_SHOW', 'CANCELLED')),
  points        text,
  member_of     text,
  member_kind   text,
  member_number text,
  valid_from    date,
  valid_to      date,
  outcome       text check (outcome in ('NEW', 'KNOWN', 'TWICE', 'DOUBT', 'LEFT_OUT', 'REFUSED', 'TAKEN', 'GIVEN_BACK', 'STAYS')),
  primary key (import_id, number)
);
create index past_reading_who on crm.past_reading (import_id, who);

-- What came of a file's rows, by what the file calls it: so the same file again makes nothing twice, and all of it can be taken back.
create table crm.past_thing (
  id              bigint primary key default nextval('crm.entity_seq'),
  import_id       bigint not null references crm.past_import,
  organisation_id bigint not null references crm.organisation,
  kind            text not null check (kind in ('COURSE', 'EDITION', 'ENROLMENT', 'MEMBERSHIP')),
  source_key      text collate "C" not null,
  thing_id        bigint not null,
  row_number      integer not null,
  unique (organisation_id, kind, source_key)
);
create index past_thing_import on crm.past_thing (import_id, kind);
create index past_thing_thing on crm.past_thing (thing_id, kind);
