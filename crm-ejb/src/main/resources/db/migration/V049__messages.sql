-- Texts of mails as an organisation writes them itself. Every version stays; the last one counts, and one without words
-- means the shipped text.
create table crm.mail_template (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  kind            text not null,
  language        text not null check (language in ('nl', 'en')),
  subject         text,
  body            text,
  account_id      bigint,
  written_at      timestamptz not null,
  replaced_at     timestamptz,
  version         bigint not null default 0,
  check ((subject is null) = (body is null))
);
create unique index mail_template_last on crm.mail_template (organisation_id, kind, language) where replaced_at is null;
create index mail_template_history on crm.mail_template (organisation_id, kind, language, written_at desc);

-- One text to many. Its words are frozen when it is sent; a name and a link of one's own are put in for each.
create table crm.mailing (
  id              bigint primary key,
  uuid            uuid not null unique,
  organisation_id bigint not null references crm.organisation,
  purpose         text not null check (purpose in ('INVITATION', 'PARTICIPANTS', 'SELECTION')),
  edition_id      bigint references crm.edition,
  about           text not null,
  subject         text not null,
  body            text not null,
  account_id      bigint,
  queued_at       timestamptz not null,
  finished_at     timestamptz,
  stopped_at      timestamptz,
  version         bigint not null default 0,
  check ((purpose = 'SELECTION') = (edition_id is null))
);
create index mailing_organisation on crm.mailing (organisation_id, id desc);
create index mailing_edition on crm.mailing (edition_id) where edition_id is not null;

-- Who gets it, who does not and why. An address gets one mail of a mailing, whatever happens.
create table crm.mailing_recipient (
  id         bigint primary key default nextval('crm.entity_seq'),
  mailing_id bigint not null references crm.mailing,
  person_id  bigint not null references crm.person,
  name       text not null,
  address    text collate "C",
  outcome    text not null,
  shared     boolean not null default false,
  token_hash bytea unique,
  mail_id    bigint references crm.message,
  check (outcome <> 'MAIL' or address is not null),
  check (mail_id is null or outcome = 'MAIL')
);
create unique index mailing_once on crm.mailing_recipient (mailing_id, address) where outcome = 'MAIL';
create index mailing_recipient_of on crm.mailing_recipient (mailing_id, outcome, id);
create index mailing_recipient_person on crm.mailing_recipient (person_id);
create index mailing_recipient_mail on crm.mailing_recipient (mail_id) where mail_id is not null;

create trigger mailing_recipient_follows before insert on crm.mailing_recipient for each row
  execute function crm.follow_survivor();

-- Who wants no mail of a kind from an organisation any more: a person, or a mailbox that several share.
create table crm.mail_opt_out (
  id              bigint primary key default nextval('crm.entity_seq'),
  organisation_id bigint not null references crm.organisation,
  kind            text not null check (kind in ('INVITATION', 'SELECTION')),
  person_id       bigint references crm.person,
  address         text collate "C",
  account_id      bigint,
  said_at         timestamptz not null,
  check (num_nonnulls(person_id, address) = 1)
);
create unique index mail_opt_out_person on crm.mail_opt_out (person_id, organisation_id, kind) where person_id is not null;
create unique index mail_opt_out_address on crm.mail_opt_out (address, organisation_id, kind) where address is not null;
create trigger mail_opt_out_follows before insert on crm.mail_opt_out for each row
  when (new.person_id is not null) execute function crm.follow_survivor();

-- How many days before it begins those who come are reminded. Of an edition without a row its organiser's counts.
create table crm.reminder_default (
  organisation_id bigint primary key references crm.organisation,
  days            integer check (days between 1 and 60),
  changed_by      bigint references crm.account,
  changed_at      timestamptz not null
);
create table crm.edition_reminder (
  edition_id   bigint primary key references crm.edition,
  days         integer check (days between 1 and 60),
  own          boolean not null default false,
  reminded_for timestamptz,
  reminded_at  timestamptz,
  changed_by   bigint references crm.account,
  check (own or days is null),
  check ((reminded_for is null) = (reminded_at is null))
);

-- A mail that was refused for good says so; a mailing's says where to stop it.
alter table crm.message
  add column unsubscribe text,
  add column bounce      text,
  add column bounced_at  timestamptz,
  drop constraint message_state_check,
  add constraint message_state_check check (state in ('PENDING', 'SENT', 'SHOWN', 'FAILED', 'REFUSED')),
  add constraint message_bounce_check check ((bounce is null) = (bounced_at is null));
create index message_bounced on crm.message (organisation_id, bounced_at desc) where bounced_at is not null;
