-- Finding somebody however he or she is written, lists with combined filters, and lists that stay as they were.

-- The name as it is sorted, folded: what begins with the typed letters is one range of this index, and already in order.
alter table crm.person
  add column name_key text collate "C" not null default '';
update crm.person
   set name_key = btrim(regexp_replace(lower(sort_name collate crm.dutch), '[^[:alnum:]]+', ' ', 'g'));
create index person_name on crm.person (name_key, id) where merged_into_id is null;

-- What a person ever had to do with: roles (r:), organisations (o:) and their municipalities (m:), memberships (b:),
-- registers (s:), organisations that say something of him or her (k:). Dates are left out on purpose: for every reference
-- date this is a small superset that one index narrows to, and the periods themselves then decide.
alter table crm.person
  add column links text[] not null default '{}';
alter table crm.person
  add column facets text[] not null generated always as (links || array_remove(array[
      'p:' || profession,
      'm:' || municipality,
      case when big is null then 'no:BIG' end,
      case when agb is null then 'no:AGB' end,
      case when email is null then 'no:EMAIL' end,
      case when workplace is null then 'no:WORKPLACE' end], null)) stored;
create index person_facets on crm.person using gin (facets) with (gin_pending_list_limit = 512)
 where merged_into_id is null;

create function crm.refresh_links(ids bigint[]) returns void language plpgsql as $$
begin
  with locked as (
    select p.id from crm.person p where p.id = any (ids) order by p.id for no key update),
  fresh as materialized (
    select l.id, array(
           select distinct f.link from (
             select unnest(array['r:' || a.role, 'o:' || a.organisation_id, 'm:' || o.municipality]) as link
               from crm.affiliation a join crm.organisation o on o.id = a.organisation_id
              where a.person_id = l.id and a.withdrawn_at is null
              union all
             select 'b:' || m.organisation_id from crm.membership m where m.person_id = l.id and m.withdrawn_at is null
              union all
             select unnest(array['s:' || r.register_code, 'k:' || r.organisation_id])
               from crm.source_record r where r.person_id = l.id
              union all
             select 'k:' || s.organisation_id from crm.statement s where s.person_id = l.id and s.withdrawn_at is null) f
            where f.link is not null
            order by 1) as links
      from locked l)
  update crm.person p set links = f.links from fresh f where p.id = f.id and p.links is distinct from f.links;
end $$;

-- Rows of registers and statements are followed by a derivation, which refreshes; affiliations and memberships do it here.
create function crm.links_changed() returns trigger language plpgsql as $$
begin
  perform crm.refresh_links(array(select distinct person_id from touched where person_id is not null));
  return null;
end $$;

create function crm.links_moved() returns trigger language plpgsql as $$
begin
  perform crm.refresh_links(array(
    select person_id from before where person_id is not null union select person_id from touched where person_id is not null));
  return null;
end $$;

create trigger affiliation_added after insert on crm.affiliation
  referencing new table as touched for each statement execute function crm.links_changed();
create trigger affiliation_changed after update on crm.affiliation
  referencing old table as before new table as touched for each statement execute function crm.links_moved();
create trigger affiliation_removed after delete on crm.affiliation
  referencing old table as touched for each statement execute function crm.links_changed();
create trigger membership_added after insert on crm.membership
  referencing new table as touched for each statement execute function crm.links_changed();
create trigger membership_changed after update on crm.membership
  referencing old table as before new table as touched for each statement execute function crm.links_moved();
create trigger membership_removed after delete on crm.membership
  referencing old table as touched for each statement execute function crm.links_changed();
create function crm.municipality_moved() returns trigger language plpgsql as $$
begin
  perform crm.refresh_links(array(select distinct person_id from crm.affiliation where organisation_id = new.id));
  return null;
end $$;
create trigger organisation_moved after update of municipality on crm.organisation for each row
  when (old.municipality is distinct from new.municipality) execute function crm.municipality_moved();

-- Every searchable word; ^ and the beginnings of the initials; and for words of three letters and more ~ with what is left of
-- its first seven letters when one is dropped: two words that are one slip apart share one of these.
create function crm.search_keys(search_text text, initials text, given_name text) returns tsvector
language plpgsql immutable parallel safe as $$
declare
  keys text[] := string_to_array(btrim(search_text), ' ');
  word text;
  stem text;
  letters text := replace(lower(regexp_replace(normalize(coalesce(initials, ''), NFKD), '[^A-Za-z]', '', 'g')), 'ij', 'y');
begin
  foreach word in array string_to_array(btrim(search_text), ' ') loop
    if length(word) >= 3 and word !~ '[0-9]' then
      stem := left(word, 7);
      keys := keys || ('~' || stem);
      for i in 1 .. length(stem) loop
        keys := keys || ('~' || left(stem, i - 1) || substr(stem, i + 1));
      end loop;
    end if;
  end loop;
  for i in 1 .. length(letters) loop
    keys := keys || ('^' || left(letters, i));
  end loop;
  if given_name <> '' then
    keys := keys || ('^' || lower(left(normalize(given_name, NFKD), 1)));
  end if;
  return array_to_tsvector(array_remove(array_remove(keys, ''), null));
end $$;

create table crm.person_words (
  person_id bigint primary key references crm.person on delete cascade,
  words     tsvector not null
);
create index person_words_words on crm.person_words using gin (words) with (gin_pending_list_limit = 512);

create function crm.keep_person_words() returns trigger language plpgsql as $$
begin
  if new.merged_into_id is not null then
    delete from crm.person_words where person_id = new.id;
  else
    insert into crm.person_words values (new.id, crm.search_keys(new.search_text, new.initials, new.given_name))
        on conflict (person_id) do update set words = excluded.words;
  end if;
  return null;
end $$;
create trigger person_added after insert on crm.person for each row
  when (new.search_text <> '' and new.merged_into_id is null) execute function crm.keep_person_words();
create trigger person_renamed after update of search_text, initials, given_name, merged_into_id on crm.person for each row
  when ((old.search_text, old.initials, old.given_name, old.merged_into_id)
        is distinct from (new.search_text, new.initials, new.given_name, new.merged_into_id))
  execute function crm.keep_person_words();

alter table crm.organisation
  add column words tsvector not null generated always as (crm.search_keys(search_text, null, null)) stored;
create index organisation_words on crm.organisation using gin (words) where merged_into_id is null;

insert into crm.person_words
select id, crm.search_keys(search_text, initials, given_name) from crm.person where merged_into_id is null and search_text <> '';
select crm.refresh_links(array(select id from crm.person));

-- Numbers that an organisation keeps to itself are found by its own staff.
create index source_record_phone on crm.source_record (organisation_id, phone) where phone is not null;
create index source_record_mobile on crm.source_record (organisation_id, mobile) where mobile is not null;
create index statement_value on crm.statement (organisation_id, value) where field in ('phone', 'mobile') and withdrawn_at is null;

-- A list as it was on a day, kept by one organisation.
create table crm.frozen_list (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  account_id      bigint,
  name            text not null,
  page            text not null,
  query           text not null,
  columns         text not null,
  headers         text[] not null,
  reference_date  date not null,
  line_count      integer not null default 0,
  frozen_at       timestamptz not null,
  withdrawn_at    timestamptz,
  version         bigint not null default 0
);
create index frozen_list_organisation on crm.frozen_list (organisation_id, frozen_at desc) where withdrawn_at is null;

create table crm.frozen_line (
  list_id      bigint not null references crm.frozen_list on delete cascade,
  position     integer not null,
  subject_uuid uuid not null,
  cells        text[] not null,
  primary key (list_id, position)
);
create index frozen_line_subject on crm.frozen_line (list_id, subject_uuid);

alter table crm.saved_view
  add column preferred boolean not null default false;
