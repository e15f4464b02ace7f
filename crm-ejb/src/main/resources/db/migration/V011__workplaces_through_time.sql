-- Who works where, since when and until when, with what a list shows of the place: one row per affiliation that stands.
create view crm.workplace_period as
  select a.person_id,
         a.organisation_id,
         a.role,
         a.valid_from,
         a.valid_to,
         a.main,
         a.derived,
         o.name,
         o.kind,
         o.postcode,
         o.place,
         o.municipality
    from crm.affiliation a
    join crm.organisation o on o.id = a.organisation_id
   where a.withdrawn_at is null;
