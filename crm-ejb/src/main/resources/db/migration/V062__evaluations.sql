-- Questionnaires of organisations, and those that come with the product (of nobody). What was asked stays: a change is another version.
create table crm.questionnaire (
  id              bigint primary key default nextval('crm.entity_seq'),
  uuid            uuid not null unique default gen_random_uuid(),
  organisation_id bigint references crm.organisation,
  name            text not null,
  latest          integer not null default 1,
  retired_at      timestamptz,
  created_at      timestamptz not null,
  account_id      bigint references crm.account
);
create index questionnaire_organisation on crm.questionnaire (organisation_id);

create table crm.questionnaire_version (
  id               bigint primary key default nextval('crm.entity_seq'),
  questionnaire_id bigint not null references crm.questionnaire,
  number           integer not null check (number > 0),
  made_at          timestamptz not null,
  account_id       bigint references crm.account,
  unique (questionnaire_id, number)
);

create table crm.question (
  id         bigint primary key default nextval('crm.entity_seq'),
  uuid       uuid not null unique default gen_random_uuid(),
  version_id bigint not null references crm.questionnaire_version,
  position   integer not null,
  kind       text not null check (kind in ('MARK', 'AGREE', 'CHOICE', 'SEVERAL', 'TEXT')),
  scope      text not null check (scope in ('COURSE', 'SPEAKER', 'SESSION')),
  topic      text,
  required   boolean not null,
  text_nl    text not null,
  text_en    text,
  options    text[] not null default '{}',
  unique (version_id, position),
  check ((kind in ('CHOICE', 'SEVERAL')) = (cardinality(options) > 1))
);

-- Which one a course uses: another than its organisation's usual one, or none.
create table crm.course_questionnaire (
  course_id        bigint primary key references crm.course on delete cascade,
  questionnaire_id bigint references crm.questionnaire,
  changed_at       timestamptz not null,
  account_id       bigint references crm.account
);

-- The usual one of an organisation, and when a low mark is something to do. Fewer than five answers are never looked at.
create table crm.evaluation_rule (
  organisation_id  bigint primary key references crm.organisation,
  questionnaire_id bigint references crm.questionnaire,
  low_mark         numeric(3,1) not null check (low_mark between 1 and 10),
  least_answers    integer not null check (least_answers between 5 and 500),
  changed_at       timestamptz not null,
  account_id       bigint references crm.account
);

-- What participants of an edition are asked, and about whom.
create table crm.evaluation (
  id              bigint primary key default nextval('crm.entity_seq'),
  uuid            uuid not null unique default gen_random_uuid(),
  edition_id      bigint not null unique references crm.edition,
  organisation_id bigint not null references crm.organisation,
  version_id      bigint not null references crm.questionnaire_version,
  sent_on         date not null,
  due_on          date not null,
  closed_at       timestamptz,
  condensed_at    timestamptz,
  condensed       integer not null default 0,
  check (condensed_at is null or closed_at is not null)
);
create index evaluation_organisation on crm.evaluation (organisation_id, due_on);
create index evaluation_open on crm.evaluation (due_on) where closed_at is null;
create index evaluation_kept on crm.evaluation (closed_at) where condensed_at is null;

create table crm.evaluation_subject (
  id            bigint primary key default nextval('crm.entity_seq'),
  evaluation_id bigint not null references crm.evaluation,
  scope         text not null check (scope in ('SPEAKER', 'SESSION')),
  position      integer not null,
  label         text not null,
  person_id     bigint references crm.person,
  check (person_id is null or scope = 'SPEAKER')
);
create index evaluation_subject_of on crm.evaluation_subject (evaluation_id, scope, position);
create index evaluation_subject_person on crm.evaluation_subject (person_id) where person_id is not null;
create trigger evaluation_subject_follows before insert on crm.evaluation_subject for each row
  when (new.person_id is not null) execute function crm.follow_survivor();

-- Who is asked and whether he or she has answered. Nothing here tells when, nor what.
create table crm.evaluation_invitation (
  id            bigint primary key default nextval('crm.entity_seq'),
  uuid          uuid not null unique default gen_random_uuid(),
  evaluation_id bigint not null references crm.evaluation,
  enrolment_id  bigint not null unique references crm.enrolment,
  sent_on       date not null,
  reminded      integer not null default 0,
  answered      boolean not null default false
);
create index evaluation_invitation_of on crm.evaluation_invitation (evaluation_id);

create table crm.evaluation_link (
  token_hash    bytea primary key,
  invitation_id bigint not null references crm.evaluation_invitation on delete cascade
);
create index evaluation_link_of on crm.evaluation_link (invitation_id);

-- What was answered. A response has a random number and nothing else: not whose, not when, not as which.
create table crm.evaluation_response (
  id            uuid primary key,
  evaluation_id bigint not null references crm.evaluation
);
create index evaluation_response_of on crm.evaluation_response (evaluation_id);
create table crm.evaluation_answer (
  response_id uuid not null references crm.evaluation_response on delete cascade,
  question_id bigint not null references crm.question,
  subject_id  bigint references crm.evaluation_subject,
  number      integer,
  words       text,
  check ((number is null) <> (words is null))
);
create index evaluation_answer_of on crm.evaluation_answer (response_id);

-- What is left of answers after two years: how often which.
create table crm.evaluation_count (
  evaluation_id bigint not null references crm.evaluation,
  question_id   bigint not null references crm.question,
  subject_id    bigint references crm.evaluation_subject,
  number        integer not null,
  times         integer not null check (times > 0)
);
create index evaluation_count_of on crm.evaluation_count (evaluation_id);

-- The form that accreditation asks for, as far as it is known.
with form as (
  insert into crm.questionnaire (organisation_id, name, created_at)
  values (null, 'Standaardformulier accreditatie', timestamptz '2026-11-22 00:00:00+01') returning id, created_at),
version as (
  insert into crm.questionnaire_version (questionnaire_id, number, made_at)
  select id, 1, created_at from form returning id)
insert into crm.question (version_id, position, kind, scope, topic, required, text_nl, text_en, options)
select v.id, q.position, q.kind, q.scope, q.topic, q.required, q.text_nl, q.text_en, '{}'
  from version v, (values
  (1,  'MARK',  'COURSE',  'OVERALL',       true,  'Welk cijfer geeft u deze nascholing?', 'Which mark do you give this course?'),
  (2,  'AGREE', 'COURSE',  'GOALS',         true,  'De leerdoelen zijn bereikt.', 'The learning goals were reached.'),
  (3,  'AGREE', 'COURSE',  'CONTENT',       true,  'De inhoud was van goede kwaliteit.', 'The content was of good quality.'),
  (4,  'MARK',  'SPEAKER', 'SPEAKER',       true,  'Welk cijfer geeft u deze docent?', 'Which mark do you give this teacher?'),
  (5,  'AGREE', 'COURSE',  'INTERACTION',   true,  'Er was genoeg ruimte voor vragen en interactie.', 'There was enough room for questions and interaction.'),
  (6,  'AGREE', 'COURSE',  'APPLICABILITY', true,  'Ik kan wat ik leerde toepassen in mijn praktijk.', 'I can apply what I learned in my practice.'),
  (7,  'AGREE', 'COURSE',  'INDEPENDENCE',  true,  'De nascholing was onafhankelijk en vrij van commerciële invloed.', 'The course was independent and free of commercial influence.'),
  (8,  'AGREE', 'COURSE',  'ORGANISATION',  true,  'De organisatie en de locatie waren goed.', 'The organisation and the location were good.'),
  (9,  'TEXT',  'COURSE',  'CHANGE',        false, 'Wat gaat u anders doen?', 'What will you do differently?'),
  (10, 'TEXT',  'COURSE',  'REMARKS',       false, 'Hebt u nog opmerkingen?', 'Do you have any other remarks?'))
  as q (position, kind, scope, topic, required, text_nl, text_en);
