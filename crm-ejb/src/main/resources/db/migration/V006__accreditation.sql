-- Quality registers and the points that a course earns in each of them.
create table crm.scheme (
  code     text collate "C" primary key,
  name     text not null,
  unit     text not null,
  position integer not null
);

create table crm.scheme_profession (
  scheme_code text collate "C" not null references crm.scheme,
  profession  text not null,
  primary key (scheme_code, profession)
);

create table crm.accreditation (
  id          bigint primary key,
  uuid        uuid not null unique,
  course_id   bigint not null references crm.course,
  scheme_code text collate "C" not null references crm.scheme,
  points      numeric(5,1) not null check (points >= 0),
  version     bigint not null default 0,
  unique (course_id, scheme_code)
);

-- The quality registers that primary care in Twente meets, as their own sites describe them (rgs and wagro for GPs,
-- nvvpo.nl, poh-ggz.nl, venvn.nl, napa.nl, knmp.nl, kwaliteitsregisterverloskundigen.nl, nvda.nl, calibrisadvies.nl,
-- kwaliteitsregisterparamedici.nl, fysionet.nl, psynip.nl, bigregister.nl). TRIAGE and CKR-LEGACY are the last published
-- rules before 2023 and 2020. BIG re-registration counts hours of work, so no course gives it points.
insert into crm.scheme (code, name, unit, position) values
  ('RGS-HA',       'Herregistratie huisarts (RGS/KNMG, GAIA)',                 'HOUR',  1),
  ('NVVPO-KR',     'Kwaliteitsregister NVvPO (POH-S/PVK/PVH)',                 'POINT', 2),
  ('LVPOHGGZ-KR',  'Kwaliteitsregister LV POH-GGZ',                            'POINT', 3),
  ('VVN-KR-N',     'Kwaliteitsregister V&V – verpleegkundige',                 'POINT', 4),
  ('VVN-KR-C',     'Kwaliteitsregister V&V – verzorgende',                     'POINT', 5),
  ('VSR',          'Verpleegkundig Specialisten Register (RSV)',               'HOUR',  6),
  ('NAPA-PA',      'Kwaliteitsregister Physician Assistant',                   'HOUR',  7),
  ('SRC-OF',       'Specialistenregister openbaar apotheker (KNMP/SRC-OF)',    'HOUR',  8),
  ('KNOV-KR',      'Kwaliteitsregister Verloskundigen',                        'HOUR',  9),
  ('KABIZ-DA',     'Kwaliteitsregister Doktersassistent (NVDA/KABIZ)',         'POINT', 10),
  ('TRIAGE',       'InEen triagediploma herregistratie',                       'HOUR',  11),
  ('KP',           'Kwaliteitsregister Paramedici 2020-2025',                  'POINT', 12),
  ('CKR-LEGACY',   'Centraal Kwaliteitsregister Fysiotherapie 2015-2019',      'POINT', 13),
  ('BIG-GZ',       'BIG-herregistratie gz-psycholoog',                         'NONE',  14),
  ('BIG-BASIC',    'BIG-herregistratie basisberoep (verpleegkundige, PA)',     'NONE',  15);

insert into crm.scheme_profession (scheme_code, profession) values
  ('RGS-HA', 'GP'), ('RGS-HA', 'LOCUM_GP'),
  ('NVVPO-KR', 'PN_SOMATIC'), ('NVVPO-KR', 'PN'),
  ('LVPOHGGZ-KR', 'PN_MENTAL'),
  ('VVN-KR-N', 'NURSE'), ('VVN-KR-N', 'PN_SOMATIC'),
  ('VVN-KR-C', 'OTHER'),
  ('VSR', 'NURSE_SPECIALIST'),
  ('NAPA-PA', 'PHYSICIAN_ASSISTANT'),
  ('SRC-OF', 'PHARMACIST'),
  ('KNOV-KR', 'MIDWIFE'),
  ('KABIZ-DA', 'DOCTORS_ASSISTANT'),
  ('TRIAGE', 'TRIAGE_ASSISTANT'),
  ('KP', 'DIETITIAN'), ('KP', 'OCCUPATIONAL_THERAPIST'), ('KP', 'SPEECH_THERAPIST'), ('KP', 'EXERCISE_THERAPIST'),
  ('CKR-LEGACY', 'PHYSIOTHERAPIST'),
  ('BIG-GZ', 'PSYCHOLOGIST'),
  ('BIG-BASIC', 'NURSE'), ('BIG-BASIC', 'PHYSICIAN_ASSISTANT');
