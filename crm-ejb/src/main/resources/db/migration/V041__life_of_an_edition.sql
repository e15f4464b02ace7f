-- The life of an edition: one state, beside it how far four matters are; online places, a smallest number, calendar numbers.
drop index crm.edition_agenda;
alter table crm.edition drop constraint edition_state_check;
update crm.edition set state = 'CONCEPT' where state = 'DRAFT';
update crm.edition set state = 'OPEN' where state = 'PUBLISHED';
alter table crm.edition
  add constraint edition_state_check
      check (state in ('CONCEPT', 'PUBLISHED', 'OPEN', 'CLOSED', 'HELD', 'ARCHIVED', 'CANCELLED')),
  add column online              text,
  add column fewest              integer check (fewest > 0),
  add column calendar_sequence   integer not null default 0,
  add column accreditation_state text not null default 'NOT_NEEDED'
      check (accreditation_state in ('NOT_NEEDED', 'TO_REQUEST', 'REQUESTED', 'GRANTED', 'REJECTED')),
  add column credits_state       text not null default 'NOT_NEEDED'
      check (credits_state in ('NOT_NEEDED', 'TO_DELIVER', 'DELIVERED')),
  add column evaluation_state    text not null default 'NOT_NEEDED'
      check (evaluation_state in ('NOT_NEEDED', 'TO_SEND', 'SENT', 'FINISHED')),
  add column invoicing_state     text not null default 'NOT_NEEDED'
      check (invoicing_state in ('NOT_NEEDED', 'TO_INVOICE', 'INVOICED'));
create index edition_agenda on crm.edition (starts_at, id)
  where state in ('PUBLISHED', 'OPEN', 'CLOSED', 'HELD', 'ARCHIVED');
-- What the clock moves on.
create index edition_open_until on crm.edition (coalesce(enrol_until, starts_at)) where state = 'OPEN';
create index edition_until on crm.edition (ends_at) where state in ('PUBLISHED', 'OPEN', 'CLOSED');

alter table crm.session
  add column location text,
  add column online   text;

update crm.course set kind = 'TRAINING' where kind in ('EVENING', 'DAY');
alter table crm.course add constraint course_kind_check
  check (kind in ('TRAINING', 'SKILLS', 'WEBINAR', 'E_LEARNING', 'MASTERCLASS', 'PROGRAMME', 'WORKSHOP', 'LECTURE',
                  'IN_COMPANY', 'PEER_REVIEW'));
