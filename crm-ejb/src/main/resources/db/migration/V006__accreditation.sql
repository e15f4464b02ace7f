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
