-- Groups in which professionals look at each other's work, with who is in them from when until when.
create table crm.peer_review_group (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  kind            text not null check (kind in ('PHARMACOTHERAPY', 'DIAGNOSTIC', 'INTERVISION', 'SUPERVISION', 'BALINT', 'PALLIATIVE',
                                                'MIRROR')),
  name            text not null,
  begins_on       date not null,
  ends_on         date,
  created_at      timestamptz not null,
  version         bigint not null default 0,
  check (ends_on >= begins_on)
);
create index peer_review_group_organisation on crm.peer_review_group (organisation_id, name);

-- A recognised quality consultant (EKC) may be a member too; these are then two rows.
create table crm.peer_review_member (
  id         bigint primary key,
  uuid       uuid not null unique,
  group_id   bigint not null references crm.peer_review_group,
  person_id  bigint not null references crm.person,
  role       text not null check (role in ('MEMBER', 'CONSULTANT')),
  valid_from date not null,
  valid_to   date,
  account_id bigint,
  created_at timestamptz not null,
  version    bigint not null default 0,
  check (valid_to >= valid_from)
);
create index peer_review_member_group on crm.peer_review_member (group_id);
create index peer_review_member_person on crm.peer_review_member (person_id);
create trigger peer_review_member_follows before insert on crm.peer_review_member for each row execute function crm.follow_survivor();

create table crm.peer_review_meeting (
  id           bigint primary key,
  uuid         uuid not null unique,
  group_id     bigint not null references crm.peer_review_group,
  held_on      date not null,
  minutes      integer not null check (minutes between 15 and 720),
  subject      text not null,
  report       text,
  recorded_at  timestamptz not null,
  account_id   bigint,
  withdrawn_at timestamptz,
  reason       text,
  version      bigint not null default 0,
  check ((withdrawn_at is null) = (reason is null))
);
create index peer_review_meeting_group on crm.peer_review_meeting (group_id, held_on);
create table crm.peer_review_presence (
  id         bigint primary key default nextval('crm.entity_seq'),
  meeting_id bigint not null references crm.peer_review_meeting on delete cascade,
  person_id  bigint not null references crm.person,
  minutes    integer not null check (minutes > 0)
);
create index peer_review_presence_meeting on crm.peer_review_presence (meeting_id);
create index peer_review_presence_person on crm.peer_review_presence (person_id);
create trigger peer_review_presence_follows before insert on crm.peer_review_presence for each row
  execute function crm.follow_survivor();

create table crm.peer_review_plan (
  id         bigint primary key,
  uuid       uuid not null unique,
  group_id   bigint not null references crm.peer_review_group,
  year       integer not null check (year between 2000 and 2199),
  text       text not null,
  handed_in  timestamptz not null,
  account_id bigint,
  version    bigint not null default 0,
  unique (group_id, year)
);

-- Of which group and year the staff were told that there is no plan.
create table crm.peer_review_reminder (
  group_id bigint not null references crm.peer_review_group,
  year     integer not null,
  told_at  timestamptz not null,
  primary key (group_id, year)
);

-- What a group needs in a year, with the day from which that holds.
create table crm.peer_review_norm (
  valid_from       date primary key,
  plan_month       integer not null check (plan_month between 1 and 12),
  plan_day         integer not null check (plan_day between 1 and 28),
  fewest_members   integer not null,
  fewest_meetings  integer not null,
  fewest_minutes   integer not null,
  fewest_each      integer not null,
  source           text not null
);
insert into crm.peer_review_norm values
  (date '2000-01-01', 1, 15, 3, 2, 120, 60, 'nhg.org; wdhmn.nl; stichtingkoh.nl (jaarplan vóór 15 januari)');

-- Hours of peer review are earned at meetings of a group.
alter table crm.credit_entry drop constraint credit_entry_source_check;
alter table crm.credit_entry
  add column meeting_id bigint references crm.peer_review_meeting,
  add constraint credit_entry_source_check check (source in ('ATTENDANCE', 'SELF', 'IMPORT', 'MEETING')),
  add constraint credit_entry_of_meeting check ((source = 'MEETING') = (meeting_id is not null));
create index credit_entry_meeting on crm.credit_entry (meeting_id) where meeting_id is not null;
