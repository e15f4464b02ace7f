-- The rules of the quality registers, with a date: a registration period is judged by the version that holds on its last day. A
-- version is never changed, it is replaced by another; so what a dossier said once can be said again.
alter table crm.scheme
  add column pe_org_id         integer,
  add column person_identifier text,
  add column usual_category    text;

-- In which category of the register a course gives its points; null when in the register's usual one.
alter table crm.accreditation add column category text;

create table crm.scheme_version (
  id                    bigint primary key default nextval('crm.entity_seq'),
  uuid                  uuid not null unique default gen_random_uuid(),
  scheme_code           text collate "C" not null references crm.scheme,
  valid_from            date,
  valid_to              date,
  period_months         integer not null check (period_months between 1 and 240),
  fixed_from            date,
  fixed_to              date,
  total_minimum         numeric(6,1) not null check (total_minimum >= 0),
  pro_rata              boolean not null default false,
  early_renewal_months  integer check (early_renewal_months > 0),
  renewal_window_days   integer check (renewal_window_days > 0),
  categories            text[] not null,
  source                text not null,
  certainty             text not null check (certainty in ('SOURCED', 'PARTLY', 'SOURCED_OLD', 'OWN')),
  note                  text,
  account_id            bigint,
  written_at            timestamptz not null,
  replaced_at           timestamptz,
  check (valid_to >= valid_from),
  check ((fixed_from is null) = (fixed_to is null)),
  constraint scheme_version_once exclude using gist
    (scheme_code with =, daterange(valid_from, valid_to, '[]') with &&) where (replaced_at is null)
);
create table crm.scheme_requirement (
  version_id   bigint not null references crm.scheme_version,
  position     integer not null,
  code         text not null,
  kind         text not null check (kind in ('MIN', 'MAX', 'MAX_SHARE', 'ADVISORY_MIN', 'MIN_DISTINCT_COMPETENCES')),
  categories   text[] not null,
  value        numeric(8,3) not null check (value >= 0),
  counted_over text not null check (counted_over in ('PERIOD', 'YEAR')),
  uncertain    boolean not null default false,
  primary key (version_id, code)
);
create table crm.scheme_relief (
  version_id    bigint not null references crm.scheme_version,
  code          text not null,
  ends_before   date not null,
  total_minimum numeric(6,1) not null check (total_minimum >= 0),
  primary key (version_id, code)
);
create table crm.scheme_relief_value (
  version_id  bigint not null,
  relief      text not null,
  requirement text not null,
  value       numeric(8,3) not null check (value >= 0),
  primary key (version_id, relief, requirement),
  foreign key (version_id, relief) references crm.scheme_relief,
  foreign key (version_id, requirement) references crm.scheme_requirement
);
create table crm.scheme_work (
  version_id bigint not null references crm.scheme_version,
  position   integer not null,
  code       text not null,
  unit       text not null check (unit in ('HOURS', 'HOURS_PER_WEEK', 'MONTHS', 'YES_NO')),
  minimum    numeric(8,1),
  primary key (version_id, code),
  check ((unit = 'YES_NO') = (minimum is null))
);
-- Of a register with sub-registers the total follows from their number.
create table crm.scheme_total (
  version_id   bigint not null references crm.scheme_version,
  subregisters integer not null check (subregisters > 0),
  total        numeric(6,1) not null,
  primary key (version_id, subregisters)
);
-- Only that a version was replaced is ever written into what stands.
revoke update, delete, truncate on crm.scheme_version, crm.scheme_requirement, crm.scheme_relief, crm.scheme_relief_value,
  crm.scheme_work, crm.scheme_total from crm_app;
grant update (replaced_at) on crm.scheme_version to crm_app;

-- Whose period in a register runs from when until when, as the professional says it; the end decides which rules hold.
create table crm.register_membership (
  id           bigint primary key default nextval('crm.entity_seq'),
  uuid         uuid not null unique default gen_random_uuid(),
  person_id    bigint not null references crm.person,
  scheme_code  text collate "C" not null references crm.scheme,
  starts_on    date not null,
  ends_on      date not null,
  subregisters integer not null default 1 check (subregisters between 1 and 9),
  account_id   bigint,
  told_at      timestamptz not null,
  check (ends_on > starts_on)
);
create unique index register_membership_once on crm.register_membership (person_id, scheme_code);
create index register_membership_scheme on crm.register_membership (scheme_code, ends_on);
create trigger register_membership_follows before insert on crm.register_membership for each row
  execute function crm.follow_survivor();

update crm.scheme s set pe_org_id = r.pe_org_id, person_identifier = r.person_identifier, usual_category = r.usual_category
  from (values
  ('RGS-HA', 19::integer, 'BIG', 'ACCREDITED'::text),
  ('NVVPO-KR', 26, 'NVVPO', 'ACCREDITED'),
  ('LVPOHGGZ-KR', 68, 'LVPOHGGZ', 'ACCREDITED'),
  ('VVN-KR-N', 52, 'VVN_OR_BIG', 'ACCREDITED'),
  ('VVN-KR-C', 52, 'VVN_OR_BIG', 'ACCREDITED'),
  ('VSR', 52, 'BIG', 'ACCREDITED'),
  ('NAPA-PA', 29, 'NAPA', 'ACCREDITED'),
  ('SRC-OF', 31, 'BIG', 'COMP_PHARMACEUTICAL_CARE'),
  ('KNOV-KR', 51, 'BIG', 'ACCREDITED'),
  ('KABIZ-DA', 22, 'KABIZ', 'ACCREDITED'),
  ('TRIAGE', null, 'TRIAGE_REGISTER', 'ACCREDITED'),
  ('KP', null, 'KP', 'ACCREDITED'),
  ('CKR-LEGACY', null, 'BIG', 'SUBJECT_MATTER'),
  ('BIG-GZ', 24, 'BIG', null),
  ('BIG-BASIC', null, 'BIG', null)) as r (code, pe_org_id, person_identifier, usual_category)
 where s.code = r.code;

-- As their own sites described them (see the source of each). What was not found is marked as uncertain, and the note says how.
create temporary table shipped on commit drop as
select r.*, nextval('crm.entity_seq') as id
  from (values
  (1, 'RGS-HA', null::date, null::date, 60, null::date, null::date, 200, false, null::integer, null::integer, '{ACCREDITED,PEER_REVIEW}'::text[], 'wagroamsterdamalmere.lhv.nl/werken/herregistratie; mijnvisitatie.nl; nhg.org', 'SOURCED', 'Gemiddeld 40 uur per jaar is een richtlijn. Visitatie (IFMS) hoort er sinds 1 januari 2021 bij.'::text),
  (2, 'NVVPO-KR', null, null, 60, null, null, 100, false, null, 60, '{ACCREDITED,OTHER}', 'nvvpo.nl/kwaliteitsregister/kwaliteitsregistratie', 'SOURCED', null),
  (3, 'LVPOHGGZ-KR', null, null, 60, null, null, 150, false, null, null, '{ACCREDITED,INTERVISION,PROFESSIONAL}', 'poh-ggz.nl/poh-ggz/kwaliteitsregister; anpg.nl/herregistratie', 'SOURCED', null),
  (4, 'VVN-KR-N', null, null, 60, null, null, 184, false, null, null, '{ACCREDITED,OTHER}', 'kwaliteitsregister.venvn.nl/Herregistratie/Eisen; venvn.nl/registers/kwaliteitsregister/herregistreren', 'SOURCED', null),
  (5, 'VVN-KR-C', null, null, 60, null, null, 184, false, null, null, '{ACCREDITED,OTHER}', 'kwaliteitsregister.venvn.nl/Herregistratie/Eisen', 'SOURCED', null),
  (6, 'VSR', null, null, 60, null, null, 200, false, null, null, '{ACCREDITED,PEER_REVIEW,OTHER}', 'venvn.nl VS-register (relief values + total 200 sourced; standard sub-minima NOT found)', 'PARTLY', 'Onder de coronaregeling 3.744 uur werk, waarvan 1.872 uur directe zorg. Voor 2026 is een nieuwe werkwijze aangekondigd. De verdeling 100/40/60 buiten de coronaregeling is niet gevonden.'),
  (7, 'NAPA-PA', null, null, 60, null, null, 200, false, null, null, '{ACCREDITED,OTHER}', 'napa.nl/kwaliteit-nascholing/kwaliteitsregister/herregistratie', 'SOURCED', null),
  (8, 'SRC-OF', null, null, 60, null, null, 200, false, null, null, '{COMP_PHARMACEUTICAL_CARE,COMP_COMMUNICATION,COMP_COLLABORATION,PEER_REVIEW,ELEARNING}', 'knmp.nl nieuws 2014-11-04 + FAQ herregistratie', 'SOURCED', 'Onduidelijk is of de 20 uur voor communicatie en voor samenwerking elk gelden of samen; hier elk.'),
  (9, 'KNOV-KR', null, null, 60, null, null, 200, false, null, null, '{ACCREDITED,EMERGENCY_SKILLS,PEER_REVIEW,OTHER}', 'kwaliteitsregisterverloskundigen.nl (200 h sourced; split derived from 1-year herintreder norm 16/4/8/12)', 'PARTLY', 'De verdeling is afgeleid van de eenjarige norm voor herintreders (16/4/8/12).'),
  (10, 'KABIZ-DA', null, '2021-06-30', 60, null, null, 100, false, null, null, '{ACCREDITED,OTHER,NVDA_MEMBERSHIP}', 'nvda.nl/kwaliteitsregister; nvda.nl 2021', 'PARTLY', 'Een lidmaatschap van de NVDA telt voor 4 punten per jaar. Deelminima zijn niet gevonden.'),
  (11, 'KABIZ-DA', '2021-07-01', null, 60, null, null, 100, false, null, null, '{ACCREDITED,OTHER,NVDA_MEMBERSHIP}', 'nvda.nl/kwaliteitsregister; nvda.nl 2021', 'PARTLY', 'Een lidmaatschap van de NVDA telt voor 4 punten per jaar. Deelminima zijn niet gevonden.'),
  (12, 'TRIAGE', null, null, 60, null, null, 50, false, null, null, '{ACCREDITED,MEDICAL_CONTENT}', 'calibrisadvies.nl (pre-2023 rules; Bureau Diplomering Triage since 2023-07-01)', 'SOURCED_OLD', 'Regels van vóór 2023; sinds 1 juli 2023 is er het Bureau Diplomering Triage.'),
  (13, 'KP', '2020-01-01', null, 60, null, null, 160, false, 36, null, '{ACCREDITED,OTHER}', 'kwaliteitsregisterparamedici.nl/node?page=39; nvlf.nl', 'SOURCED', 'Wie ten minste drie jaar geregistreerd is, mag de nieuwe periode eerder laten beginnen.'),
  (14, 'CKR-LEGACY', '2015-01-01', '2019-12-31', 60, '2015-01-01', '2019-12-31', 120, true, null, null, '{SUBJECT_MATTER,QUALITY}', 'fysionet.nl/centraal-kwaliteitsregister', 'SOURCED_OLD', 'Van 2015 tot en met 2019; de eisen van de opvolger (KRF NL, SKF) zijn niet gevonden.'),
  (15, 'BIG-GZ', null, null, 60, null, null, 0, false, null, null, '{}', 'psynip.nl; beroepenstructuur.nl', 'SOURCED', 'Alleen werkervaring; vanaf 2026 gz-psycholoog-generalist.'),
  (16, 'BIG-BASIC', null, null, 60, null, null, 0, false, null, null, '{}', 'bigregister.nl', 'SOURCED', 'Alleen werkervaring; het BIG-register vraagt geen punten.')) as r (number, scheme_code, valid_from, valid_to, period_months, fixed_from, fixed_to, total_minimum, pro_rata, early_renewal_months, renewal_window_days, categories, source, certainty, note);

insert into crm.scheme_version (id, scheme_code, valid_from, valid_to, period_months, fixed_from, fixed_to, total_minimum, pro_rata, early_renewal_months, renewal_window_days, categories, source, certainty, note,
  written_at)
select id, scheme_code, valid_from, valid_to, period_months, fixed_from, fixed_to, total_minimum, pro_rata, early_renewal_months, renewal_window_days, categories, source, certainty, note,
       timestamptz '2026-11-22 12:00:00+01'
  from shipped;

insert into crm.scheme_requirement (version_id, position, code, kind, categories, value, counted_over, uncertain)
select v.id, r.position, r.code, r.kind, r.categories::text[], r.value, r.counted_over, r.uncertain
  from (values
  (1, 1, 'ICT_MIN', 'MIN', '{PEER_REVIEW}', 10, 'PERIOD', false),
  (2, 1, 'ACCR_MIN', 'MIN', '{ACCREDITED}', 80, 'PERIOD', false),
  (2, 2, 'ODA_MIN', 'MIN', '{OTHER}', 20, 'PERIOD', false),
  (3, 1, 'A_MIN', 'MIN', '{ACCREDITED}', 75, 'PERIOD', false),
  (3, 2, 'B_MIN', 'MIN', '{INTERVISION,PROFESSIONAL}', 75, 'PERIOD', false),
  (3, 3, 'INTERVISION_MAX_YEAR', 'MAX', '{INTERVISION}', 10, 'YEAR', false),
  (3, 4, 'AVG_YEAR', 'ADVISORY_MIN', '{*}', 30, 'YEAR', false),
  (4, 1, 'ACCR_MIN', 'MIN', '{ACCREDITED}', 80, 'PERIOD', false),
  (5, 1, 'ACCR_MIN', 'MIN', '{ACCREDITED}', 60, 'PERIOD', false),
  (6, 1, 'ACCR_MIN', 'MIN', '{ACCREDITED}', 100, 'PERIOD', true),
  (6, 2, 'ICT_MIN', 'MIN', '{PEER_REVIEW}', 40, 'PERIOD', true),
  (6, 3, 'ODA_MAX', 'MAX', '{OTHER}', 60, 'PERIOD', true),
  (8, 1, 'PHARM_MIN', 'MIN', '{COMP_PHARMACEUTICAL_CARE}', 40, 'PERIOD', false),
  (8, 2, 'COMM_MIN', 'MIN', '{COMP_COMMUNICATION}', 20, 'PERIOD', true),
  (8, 3, 'COLLAB_MIN', 'MIN', '{COMP_COLLABORATION}', 20, 'PERIOD', true),
  (8, 4, 'REFLECT_MIN', 'MIN', '{PEER_REVIEW}', 10, 'PERIOD', false),
  (8, 5, 'ELEARN_MAX', 'MAX_SHARE', '{ELEARNING}', 0.5, 'PERIOD', false),
  (9, 1, 'A_MIN', 'MIN', '{ACCREDITED}', 80, 'PERIOD', true),
  (9, 2, 'B_MIN', 'MIN', '{EMERGENCY_SKILLS}', 20, 'PERIOD', true),
  (9, 3, 'C_MIN', 'MIN', '{PEER_REVIEW}', 40, 'PERIOD', true),
  (9, 4, 'ROLES', 'MIN_DISTINCT_COMPETENCES', '{*}', 5, 'PERIOD', false),
  (10, 1, 'MEMBERSHIP_MAX', 'MAX', '{NVDA_MEMBERSHIP}', 4, 'YEAR', false),
  (11, 1, 'MEMBERSHIP_MAX', 'MAX', '{NVDA_MEMBERSHIP}', 4, 'YEAR', false),
  (12, 1, 'MED_MIN', 'MIN', '{MEDICAL_CONTENT}', 25, 'PERIOD', false),
  (13, 1, 'SCHOLING_MIN', 'MIN', '{ACCREDITED}', 40, 'PERIOD', false),
  (13, 2, 'OTHER_MIN', 'MIN', '{OTHER}', 40, 'PERIOD', false)) as r (version, position, code, kind, categories, value, counted_over, uncertain)
  join shipped v on v.number = r.version;

insert into crm.scheme_relief (version_id, code, ends_before, total_minimum)
select v.id, r.code, r.ends_before::date, r.total_minimum
  from (values
  (4, 'COVID', '2027-07-01', 147),
  (6, 'COVID', '2026-01-01', 160)) as r (version, code, ends_before, total_minimum)
  join shipped v on v.number = r.version;

insert into crm.scheme_relief_value (version_id, relief, requirement, value)
select v.id, r.relief, r.requirement, r.value
  from (values
  (4, 'COVID', 'ACCR_MIN', 64),
  (6, 'COVID', 'ACCR_MIN', 85),
  (6, 'COVID', 'ICT_MIN', 25),
  (6, 'COVID', 'ODA_MAX', 50)) as r (version, relief, requirement, value)
  join shipped v on v.number = r.version;

insert into crm.scheme_work (version_id, position, code, unit, minimum)
select v.id, r.position, r.code, r.unit, r.minimum
  from (values
  (1, 1, 'HOURS_PER_WEEK', 'HOURS_PER_WEEK', 16),
  (1, 2, 'OUT_OF_HOURS_DUTY', 'HOURS', 250),
  (1, 3, 'INDIVIDUAL_PERFORMANCE_EVALUATION', 'YES_NO', null),
  (2, 1, 'HOURS', 'HOURS', 2080),
  (2, 2, 'EMPLOYER_STATEMENT', 'YES_NO', null),
  (4, 1, 'HOURS', 'HOURS', 2080),
  (5, 1, 'HOURS', 'HOURS', 2080),
  (6, 1, 'HOURS', 'HOURS', 4160),
  (6, 2, 'DIRECT_CARE_HOURS', 'HOURS', 2080),
  (7, 1, 'HOURS', 'HOURS', 4160),
  (7, 2, 'BIG_REGISTERED', 'YES_NO', null),
  (8, 1, 'HOURS', 'HOURS', 4160),
  (8, 2, 'HOURS_PER_WEEK', 'HOURS_PER_WEEK', 16),
  (9, 1, 'HOURS_PER_WEEK', 'HOURS_PER_WEEK', 10),
  (10, 1, 'HOURS', 'HOURS', 2080),
  (11, 1, 'HOURS', 'HOURS', 2400),
  (12, 1, 'HOURS', 'HOURS', 1040),
  (12, 2, 'MONTHS', 'MONTHS', 36),
  (13, 1, 'HOURS', 'HOURS', 1600),
  (13, 2, 'MONTHS', 'MONTHS', 36),
  (14, 1, 'HOURS_PER_WEEK', 'HOURS_PER_WEEK', 8),
  (14, 2, 'MONTHS', 'MONTHS', 36),
  (15, 1, 'HOURS', 'HOURS', 3120),
  (16, 1, 'HOURS', 'HOURS', 2080)) as r (version, position, code, unit, minimum)
  join shipped v on v.number = r.version;

insert into crm.scheme_total (version_id, subregisters, total)
select v.id, r.subregisters, r.total
  from (values
  (14, 1, 120),
  (14, 2, 160),
  (14, 3, 220),
  (14, 4, 280)) as r (version, subregisters, total)
  join shipped v on v.number = r.version;
