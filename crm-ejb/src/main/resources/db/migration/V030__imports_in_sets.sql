-- Rows of a delivery on their way in: written while the file is read, compared and placed in sets, and gone when the run ends.
-- Not logged: after a crash the file is read once more anyway.
create unlogged table crm.incoming_row as
  select run_id, row_number, source_key, content_hash, raw,
         birth_name, birth_prefix, partner_name, partner_prefix, name_usage, initials, given_name, gender, birth_date,
         profession, big, agb, practice_name, practice_agb, street, house_number, house_suffix, postcode, place, phone,
         mobile, email, valid_from, valid_to, role
    from crm.source_record with no data;
alter table crm.incoming_row add primary key (run_id, row_number);
grant select, insert, update, delete on crm.incoming_row to crm_app;

-- Whoever brings in very many rows at once tells the planner, which else works with the sizes of before. Roughly, which is
-- quick; the database itself looks again later.
create function crm.learn_incoming() returns void language plpgsql security definer set search_path = crm, pg_temp as $$
begin
  analyze crm.incoming_row (run_id, source_key, content_hash);
end $$;
create function crm.learn_registry() returns void language plpgsql security definer
  set search_path = crm, pg_temp set default_statistics_target = 25 as $$
begin
  analyze crm.person, crm.source_record, crm.affiliation, crm.membership, crm.organisation;
end $$;
revoke execute on function crm.learn_incoming(), crm.learn_registry() from public;
grant execute on function crm.learn_incoming(), crm.learn_registry() to crm_app;

-- Who derives very many affiliations and then writes what is shown of their persons writes the links with it.
create or replace function crm.links_changed() returns trigger language plpgsql as $$
begin
  if current_setting('crm.links_follow', true) is distinct from 'later' then
    perform crm.refresh_links(array(select distinct person_id from touched where person_id is not null));
  end if;
  return null;
end $$;

create or replace function crm.links_moved() returns trigger language plpgsql as $$
begin
  if current_setting('crm.links_follow', true) is distinct from 'later' then
    perform crm.refresh_links(array(
      select person_id from before where person_id is not null union select person_id from touched where person_id is not null));
  end if;
  return null;
end $$;

-- What persons ever had to do with, a row each, as kept in crm.person.links.
create function crm.links_of(ids bigint[]) returns table (person_id bigint, link text) language sql stable as $$
  select a.person_id, l.link
    from crm.affiliation a join crm.organisation o on o.id = a.organisation_id
   cross join lateral unnest(array['r:' || a.role, 'o:' || a.organisation_id, 'm:' || o.municipality]) as l (link)
   where a.person_id = any (ids) and a.withdrawn_at is null and l.link is not null
   union
  select m.person_id, 'b:' || m.organisation_id
    from crm.membership m where m.person_id = any (ids) and m.withdrawn_at is null
   union
  select r.person_id, l.link
    from crm.source_record r
   cross join lateral unnest(array['s:' || r.register_code, 'k:' || r.organisation_id]) as l (link)
   where r.person_id = any (ids)
   union
  select s.person_id, 'k:' || s.organisation_id
    from crm.statement s where s.person_id = any (ids) and s.withdrawn_at is null
$$;
grant execute on function crm.links_of(bigint[]) to crm_app;

create or replace function crm.refresh_links(ids bigint[]) returns void language plpgsql as $$
begin
  with locked as materialized (
    select p.id from crm.person p where p.id = any (ids) order by p.id for no key update),
  fresh as materialized (
    select f.person_id, array_agg(f.link order by f.link) as links from crm.links_of(ids) f group by f.person_id)
  update crm.person p set links = coalesce(f.links, '{}')
    from locked l left join fresh f on f.person_id = l.id
   where p.id = l.id and p.links is distinct from coalesce(f.links, '{}');
end $$;

-- Practices that move to another municipality, together.
drop trigger organisation_moved on crm.organisation;
drop function crm.municipality_moved();
create function crm.municipalities_moved() returns trigger language plpgsql as $$
begin
  if current_setting('crm.links_follow', true) is distinct from 'later' then
    perform crm.refresh_links(array(
      select distinct a.person_id
        from before b join after n on n.id = b.id
        join crm.affiliation a on a.organisation_id = n.id and a.withdrawn_at is null
       where b.municipality is distinct from n.municipality));
  end if;
  return null;
end $$;
create trigger organisation_moved after update on crm.organisation
  referencing old table as before new table as after for each statement execute function crm.municipalities_moved();

-- Who has locked the persons of thousands of rows, and knows that none of them is a tombstone, does not look again at each row.
do $$
declare
  held text;
begin
  foreach held in array array['source_record', 'affiliation', 'membership'] loop
    execute format('drop trigger %1$s_follows on crm.%1$s', held);
    execute format('create trigger %1$s_follows before insert on crm.%1$s for each row
                      when (new.person_id is not null and current_setting(''crm.persons_held'', true) is distinct from ''yes'')
                      execute function crm.follow_survivor()', held);
  end loop;
end $$;
