-- How the certificates of an organisation look, and who signs them.
create table crm.letterhead (
  organisation_id    bigint primary key references crm.organisation,
  logo               bytea check (octet_length(logo) <= 2097152),
  address_line       text,
  closing_text       text,
  signatory_name     text,
  signatory_function text,
  changed_at         timestamptz not null,
  account_id         bigint references crm.account,
  version            bigint not null default 0,
  check (signatory_name is not null or signatory_function is null)
);

-- Who wants the own register numbers on certificates; who says nothing does not.
create table crm.certificate_wish (
  account_id   bigint primary key references crm.account on delete cascade,
  with_numbers boolean not null,
  changed_at   timestamptz not null
);

-- A certificate says more, and can be put right: the old one stays and names the new one. One stands for each enrolment.
alter table crm.certificate
  add column initials text,
  add column held_at text,
  add column partial boolean not null default false,
  add column signatory_name text,
  add column signatory_function text,
  add column replaced_at timestamptz,
  add column replaced_by_id bigint references crm.certificate,
  add check (replaced_by_id is null or replaced_at is not null),
  drop constraint certificate_enrolment_id_key;
create unique index certificate_stands on crm.certificate (enrolment_id) where replaced_at is null;
create index certificate_enrolment on crm.certificate (enrolment_id);
create index certificate_replaced_by on crm.certificate (replaced_by_id) where replaced_by_id is not null;
alter table crm.certificate_points add column accreditation_number text;
