-- Organisations are derived from what is said of them, as persons are; and practices are recognised by what names them.

-- What was known before this was said by nobody in particular.
insert into crm.organisation_statement (id, uuid, subject_id, field, value, said_at)
select nextval('crm.entity_seq'), gen_random_uuid(), o.id, f.field, f.value, o.created_at
  from crm.organisation o cross join lateral (values ('name', o.name), ('email', o.email)) as f (field, value)
 where f.value is not null;
update crm.organisation set sort_name = name, search_text = ' ' || lower(concat_ws(' ', name, code)) || ' ';

-- What names a practice, folded: its AGB code, its name with its postcode, its name alone. Derived, never said.
create table crm.practice_key (
  organisation_id bigint not null references crm.organisation,
  kind            text not null check (kind in ('AGB','PLACE','NAME')),
  key             text collate "C" not null,
  primary key (organisation_id, kind, key)
);
create index practice_key_key on crm.practice_key (kind, key);

-- Everything that is said of an organisation, one row a field, whoever says it. A row of a register says it of the practice
-- that it names; the parts of its address stay together.
create view crm.said_of_organisation as
  select r.workplace_id as subject_id, f.field, f.value, r.organisation_id, r.register_code, r.source_key,
         false as by_hand, r.source_rank, r.delivered_at as said_at, null::text as reason, null::bigint as account_id,
         coalesce(f.kept_as = any (r.private_fields), false) as private, r.uuid
    from crm.source_record r
   cross join lateral (values
         ('name', r.practice_name, 'workplace'),
         ('agb', r.practice_agb, null),
         ('address', nullif(concat_ws(', ', nullif(concat_ws(' ', r.street, r.house_number, r.house_suffix), ''), nullif(concat_ws(' ', r.postcode, r.place), '')), ''), 'address'),
         ('phone', r.phone, 'phone')
       ) as f (field, value, kept_as)
   where r.workplace_id is not null and f.value is not null
  union all
  select s.subject_id, s.field, s.value, s.organisation_id, null, null,
         true, 0, s.said_at, s.reason, s.account_id, false, s.uuid
    from crm.organisation_statement s
   where s.withdrawn_at is null;
grant select on crm.said_of_organisation to crm_app;
