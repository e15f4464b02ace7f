-- What changed in own columns together, so that it can be taken back together: a cell, a row, a pasted block.
create table crm.own_change (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  account_id      bigint,
  changed_at      timestamptz not null,
  undone_at       timestamptz,
  version         bigint not null default 0
);

create table crm.own_change_value (
  change_id  bigint not null references crm.own_change,
  field_id   bigint not null references crm.own_field,
  subject_id bigint not null,
  old_value  text,
  new_value  text,
  primary key (change_id, field_id, subject_id)
);

-- How many lines a work list for quality had on a day, as far as one organisation looks after them.
create table crm.quality_count (
  organisation_id bigint not null references crm.organisation,
  list            text not null,
  day             date not null,
  number          integer not null,
  primary key (organisation_id, list, day)
);

-- Whom an organisation knows, and who shares an address.
create index source_record_organisation on crm.source_record (organisation_id, person_id);
create index statement_organisation on crm.statement (organisation_id, person_id) where withdrawn_at is null;
create index person_same_email on crm.person (email) where email is not null and merged_into_id is null;
create index person_born_on on crm.person (birth_date) where birth_date is not null and merged_into_id is null;

-- The rules of registry.BigNumber and registry.AgbCode, for whole tables; a test holds them against each other.
create function crm.is_big(digits text) returns boolean language sql immutable strict parallel safe as $$
  select case when digits !~ '^[0-9]9[0-9]{9}$' then false else
    substr(digits, 1, 1)::int = case c.sum when 11 then 0 when 10 then 1 else c.sum end end
    from (select 11 - sum(w.weight * case when substr(digits, w.at::int + 1, 1) ~ '^[0-9]$' then substr(digits, w.at::int + 1, 1)::int else 0 end) % 11 as sum
            from unnest(array[1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) with ordinality w (weight, at)) c
$$;

create function crm.is_agb(digits text) returns boolean language sql immutable strict parallel safe as $$
  select digits ~ '^[0-9]{8}$' and digits !~ '^(.)\1*$'
$$;
grant execute on function crm.is_big(text), crm.is_agb(text) to crm_app;
