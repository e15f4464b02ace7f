-- How often values stand in the register, for weighing somebody who is typed in without reading everybody. Only what stands
-- there twice or more; s surname, g given name, i initials, w about the workplace, c place, p profession, # how many records.
create table crm.match_share (
  kind  text collate "C" not null,
  value text collate "C" not null,
  seen  integer not null check (seen > 0),
  primary key (kind, value)
);

-- Who may be meant: with the same number, address or day of birth.
create index source_record_mobile_of_all on crm.source_record (mobile) where mobile is not null;
create index source_record_email_of_all on crm.source_record (email) where email is not null;
create index source_record_birth_date on crm.source_record (birth_date) where birth_date is not null;
create index statement_said on crm.statement (field, value)
  where withdrawn_at is null and field in ('big', 'agb', 'mobile', 'email', 'birthDate');
