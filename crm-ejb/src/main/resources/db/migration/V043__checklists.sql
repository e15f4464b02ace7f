-- What has to be done for an edition, in the one list of things to do, and what makes such lists.

-- A task ends because it was done, because it was not needed, or because what it was for does not take place.
alter table crm.task
  add column outcome       text check (outcome in ('DONE', 'NOT_NEEDED', 'CANCELLED')),
  add column reason        text,
  add column about         text,
  add column action        text,
  add column deputy_id     bigint references crm.account,
  add column waiting_since timestamptz,
  add column due_by_hand   boolean not null default false;
update crm.task set outcome = 'DONE' where done_at is not null;
alter table crm.task
  add constraint task_ends_somehow check ((done_at is null) = (outcome is null)),
  add constraint task_not_needed_says_why check (outcome is distinct from 'NOT_NEEDED' or reason is not null);

-- When somebody who works for an organisation is away; why is nobody's business and kept nowhere.
create table crm.colleague_absence (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  account_id      bigint not null references crm.account,
  deputy_id       bigint references crm.account,
  first_day       date not null,
  last_day        date not null,
  created_at      timestamptz not null,
  version         bigint not null default 0,
  check (last_day >= first_day),
  check (deputy_id is distinct from account_id),
  constraint colleague_away_once exclude using gist
    (organisation_id with =, account_id with =, daterange(first_day, last_day, '[]') with &&)
);

-- What is always done for an edition: of an organisation, or of one of its courses.
create table crm.checklist_template (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  course_id       bigint references crm.course on delete cascade,
  created_at      timestamptz not null,
  version         bigint not null default 0
);
create unique index checklist_template_of on crm.checklist_template (organisation_id, course_id) nulls not distinct;

create table crm.checklist_template_step (
  id          bigint primary key,
  uuid        uuid not null unique,
  template_id bigint not null references crm.checklist_template on delete cascade,
  position    integer not null,
  title       text not null,
  action      text not null,
  moment      text not null check (moment in ('DAYS_BEFORE', 'WORKING_DAYS_BEFORE', 'DAYS_AFTER')),
  days        integer not null check (days between 0 and 730),
  owner_id    bigint references crm.account,
  deputy_id   bigint references crm.account,
  version     bigint not null default 0
);
create index checklist_template_step_of on crm.checklist_template_step (template_id, position);

-- A task that is a step of an edition's checklist, and from when its day is counted.
create table crm.checklist_step (
  task_id    bigint primary key references crm.task on delete cascade,
  edition_id bigint not null references crm.edition on delete cascade,
  position   integer not null,
  moment     text not null check (moment in ('DAYS_BEFORE', 'WORKING_DAYS_BEFORE', 'DAYS_AFTER')),
  days       integer not null check (days between 0 and 730)
);
create unique index checklist_step_of on crm.checklist_step (edition_id, position);

-- Where answers to mails about courses go: to the team, not to one person.
create table crm.reply_address (
  organisation_id bigint primary key references crm.organisation,
  address         text not null,
  changed_by      bigint references crm.account,
  changed_at      timestamptz not null
);
alter table crm.message add column answers_to_team boolean not null default false;
