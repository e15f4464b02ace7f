-- Who has no phone number is looked for like who has no e-mail address: by what a person had to do with.

alter table crm.person
  drop column facets;
alter table crm.person
  add column facets text[] not null generated always as (links || array_remove(array[
      'p:' || profession,
      'm:' || municipality,
      case when big is null then 'no:BIG' end,
      case when agb is null then 'no:AGB' end,
      case when email is null then 'no:EMAIL' end,
      case when phone is null then 'no:PHONE' end,
      case when workplace is null then 'no:WORKPLACE' end], null)) stored;
create index person_facets on crm.person using gin (facets) with (gin_pending_list_limit = 512)
 where merged_into_id is null;
