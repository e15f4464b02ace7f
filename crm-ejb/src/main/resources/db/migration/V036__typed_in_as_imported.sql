-- Whoever is typed in is looked for by the same keys as an import looks: also by a phone or a postcode that records share.
create index source_record_phone_of_all on crm.source_record (phone) where phone is not null;
create index source_record_postcode on crm.source_record (postcode) where postcode is not null;
drop index crm.statement_said;
create index statement_said on crm.statement (field, value)
  where withdrawn_at is null and field in ('big', 'agb', 'mobile', 'email', 'birthDate', 'phone');
