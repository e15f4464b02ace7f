-- What an organisation was merged into in the end; one that was not is itself.
create function crm.organisation_survivor(organisation bigint) returns bigint language sql stable as $$
  with recursive onwards as (
    select o.id, o.merged_into_id from crm.organisation o where o.id = organisation
    union all
    select o.id, o.merged_into_id from onwards n join crm.organisation o on o.id = n.merged_into_id)
  select coalesce((select n.id from onwards n where n.merged_into_id is null), organisation)
$$;
grant execute on function crm.organisation_survivor(bigint) to crm_app;

create index organisation_merged on crm.organisation (merged_into_id) where merged_into_id is not null;
