-- What one act changed in affiliations, memberships and absences, so that it can be undone as a whole.
create table crm.affiliation_change (
  id              bigint primary key,
  uuid            uuid not null unique,
  what            text not null,
  person_id       bigint references crm.person,
  organisation_id bigint references crm.organisation,
  account_id      bigint,
  made_at         timestamptz not null,
  undone_at       timestamptz,
  version         bigint not null default 0
);
create index affiliation_change_person on crm.affiliation_change (person_id);

-- One row that it made (begun) or altered, with what stood there before and the version that it left behind.
create table crm.affiliation_change_step (
  id            bigint primary key generated always as identity,
  change_id     bigint not null references crm.affiliation_change,
  subject       text not null check (subject in ('AFFILIATION','MEMBERSHIP','ABSENCE','ACCOUNT')),
  row_id        bigint not null,
  begun         boolean not null,
  valid_from    date,
  valid_to      date,
  derived       boolean not null default false,
  withdrawn_at  timestamptz,
  version_after bigint not null
);
create index affiliation_change_step_change on crm.affiliation_change_step (change_id);

-- What somebody of a profession does at a place, as long as no register says it more precisely.
create table crm.profession_role (
  profession text primary key,
  role       text not null
);
insert into crm.profession_role (profession, role) values
  ('GP', 'GP'), ('LOCUM_GP', 'LOCUM'), ('GP_TRAINEE', 'GP_TRAINEE'), ('PN_SOMATIC', 'PN_SOMATIC'), ('PN_MENTAL', 'PN_MENTAL'),
  ('PN', 'PN'), ('NURSE_SPECIALIST', 'NURSE_SPECIALIST'), ('PHYSICIAN_ASSISTANT', 'PHYSICIAN_ASSISTANT'),
  ('DOCTORS_ASSISTANT', 'DOCTORS_ASSISTANT'), ('TRIAGE_ASSISTANT', 'TRIAGE_ASSISTANT'),
  ('PRACTICE_MANAGER', 'PRACTICE_MANAGER'), ('PHARMACIST', 'PHARMACIST'), ('NURSE', 'PRACTICE_NURSE'),
  ('MIDWIFE', 'OTHER_PRACTITIONER'), ('PHYSIOTHERAPIST', 'OTHER_PRACTITIONER'), ('DIETITIAN', 'OTHER_PRACTITIONER'),
  ('OCCUPATIONAL_THERAPIST', 'OTHER_PRACTITIONER'), ('SPEECH_THERAPIST', 'OTHER_PRACTITIONER'),
  ('EXERCISE_THERAPIST', 'OTHER_PRACTITIONER'), ('PSYCHOLOGIST', 'OTHER_PRACTITIONER'), ('OTHER', 'EMPLOYEE');

-- What a row of a register says by being there: of which professions (null: of all), membership or work, of which kind
-- (null: the role of the profession).
create table crm.register_belonging (
  register_code     text collate "C" not null,
  professions       text[],
  becomes           text not null check (becomes in ('MEMBERSHIP','AFFILIATION')),
  organisation_code text collate "C" not null,
  term              text,
  check (becomes = 'AFFILIATION' or term is not null)
);
insert into crm.register_belonging (register_code, professions, becomes, organisation_code, term) values
  ('LHV', null, 'MEMBERSHIP', 'LHV', 'MEMBER'),
  ('FEA', '{GP,LOCUM_GP}', 'MEMBERSHIP', 'FEA', 'MEMBER'),
  ('THOON', '{GP,LOCUM_GP}', 'MEMBERSHIP', 'THOON', 'MEMBER'),
  ('CHPA', '{GP,LOCUM_GP}', 'AFFILIATION', 'CHPA', 'DUTY_GP'),
  ('CHPA', '{GP_TRAINEE,PN_SOMATIC,PN_MENTAL,PN,NURSE_SPECIALIST,PHYSICIAN_ASSISTANT,DOCTORS_ASSISTANT,TRIAGE_ASSISTANT,PRACTICE_MANAGER,PHARMACIST,NURSE,OTHER}', 'AFFILIATION', 'CHPA', null),
  ('SHT', '{GP,LOCUM_GP}', 'AFFILIATION', 'SHT', 'DUTY_GP'),
  ('SHT', '{GP_TRAINEE,PN_SOMATIC,PN_MENTAL,PN,NURSE_SPECIALIST,PHYSICIAN_ASSISTANT,DOCTORS_ASSISTANT,TRIAGE_ASSISTANT,PRACTICE_MANAGER,PHARMACIST,NURSE,OTHER}', 'AFFILIATION', 'SHT', null);
