-- Which of these pairs of persons somebody keeps apart, by their places, from 1: by what was said of the persons that they
-- are now or were, or of rows of registers that they have.
create function crm.kept_apart(ones bigint[], others bigint[]) returns setof bigint language sql stable as $$
  with recursive pair as (
    select p.one, p.other, p.place from unnest(ones, others) with ordinality as p (one, other, place)),
  member (place, side, id, uuid) as (
    select p.place, s.side, x.id, x.uuid
      from pair p cross join lateral (values (1, p.one), (2, p.other)) as s (side, id)
      join crm.person x on x.id = s.id
    union all
    select m.place, m.side, x.id, x.uuid from member m join crm.person x on x.merged_into_id = m.id)
  select d.place from (
    select a.place
      from member a
      join crm.not_same n on n.one_uuid = a.uuid and n.lifted_by is null and n.subject = 'PERSON'
      join member b on b.place = a.place and b.side = 3 - a.side and b.uuid = n.other_uuid
     union
    select a.place
      from member a
      join crm.source_record r on r.person_id = a.id
      join crm.not_same_record x on x.register_id = r.register_id and x.source_key = r.source_key
      join crm.not_same n on n.id = x.not_same_id and n.lifted_by is null
      join crm.not_same_record y on y.not_same_id = x.not_same_id and y.side = 3 - x.side
      join crm.source_record s on s.register_id = y.register_id and s.source_key = y.source_key
      join member b on b.place = a.place and b.side = 3 - a.side and b.id = s.person_id
     where a.side = 1) d
$$;
grant execute on function crm.kept_apart(bigint[], bigint[]) to crm_app;

create index review_item_gone on crm.review_item (one_id, other_id) where state = 'GONE';
create index review_item_gone_other on crm.review_item (other_id) where state = 'GONE';
create index merge_collision_parted on crm.merge_collision (decided_at) where decision = 'UNMERGED';

-- What there is no more to ask of these persons (all of them for null): whether two are one is asked while they are two and
-- nobody keeps them apart. What was settled elsewhere is gone, and is asked again when that is taken back.
create function crm.settle_reviews(persons bigint[], at timestamptz) returns bigint language plpgsql as $$
declare
  items bigint[];
  ones bigint[];
  others bigint[];
  changed bigint;
begin
  with recursive member (id) as (
    select crm.survivor_of(p.id) from unnest(persons) as p (id)
    union
    select x.id from member m join crm.person x on x.merged_into_id = m.id),
  concerned as (
    select i.id, i.one_id, i.other_id from crm.review_item i where persons is null and i.state in ('OPEN', 'GONE')
    union
    select i.id, i.one_id, i.other_id from member m join crm.review_item i on i.one_id = m.id and i.state = 'OPEN'
    union
    select i.id, i.one_id, i.other_id from member m join crm.review_item i on i.one_id = m.id and i.state = 'GONE'
    union
    select i.id, i.one_id, i.other_id from member m join crm.review_item i on i.other_id = m.id and i.state = 'OPEN'
    union
    select i.id, i.one_id, i.other_id from member m join crm.review_item i on i.other_id = m.id and i.state = 'GONE')
  select array_agg(c.id), array_agg(crm.survivor_of(c.one_id)), array_agg(crm.survivor_of(c.other_id))
    into items, ones, others from concerned c;
  if items is null then
    return 0;
  end if;
  with asked as (
    select i.id, i.one_id, i.other_id, i.state, now.one <> now.other and now.place not in (select crm.kept_apart(ones, others)) as open
      from unnest(items, ones, others) with ordinality as now (id, one, other, place)
      join crm.review_item i on i.id = now.id),
  again as (
    select distinct on (a.one_id, a.other_id) a.id
      from asked a
     where a.open and a.state = 'GONE'
       and not exists (select 1 from crm.review_item x
                        where x.one_id = a.one_id and x.other_id = a.other_id and x.state = 'OPEN')
     order by a.one_id, a.other_id, a.id desc)
  update crm.review_item i
     set state = case when i.state = 'OPEN' then 'GONE' else 'OPEN' end,
         decided_at = case when i.state = 'OPEN' then at end,
         taken_by = null, taken_until = null, version = i.version + 1
   where i.id in (select a.id from asked a where not a.open and a.state = 'OPEN' union all select g.id from again g);
  get diagnostics changed = row_count;
  return changed;
end $$;
grant execute on function crm.settle_reviews(bigint[], timestamptz) to crm_app;

select crm.settle_reviews(null, now());

-- A statement that touched no row refreshes nothing: deriving anew runs many that touch none.
create or replace function crm.links_changed() returns trigger language plpgsql as $$
declare
  persons bigint[] := array(select distinct person_id from touched where person_id is not null);
begin
  if cardinality(persons) > 0 and current_setting('crm.links_follow', true) is distinct from 'later' then
    perform crm.refresh_links(persons);
  end if;
  return null;
end $$;

create or replace function crm.links_moved() returns trigger language plpgsql as $$
declare
  persons bigint[] := array(select person_id from before where person_id is not null
                            union select person_id from touched where person_id is not null);
begin
  if cardinality(persons) > 0 and current_setting('crm.links_follow', true) is distinct from 'later' then
    perform crm.refresh_links(persons);
  end if;
  return null;
end $$;
