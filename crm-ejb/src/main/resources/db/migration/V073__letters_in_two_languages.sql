-- A letter to many has one text for who reads Dutch and may have one for who chose English. What language somebody reads is
-- kept with the recipient when the letter is queued.
alter table crm.mailing
  add column subject_en text,
  add column body_en    text,
  add constraint mailing_english_whole check ((subject_en is null) = (body_en is null));
alter table crm.mailing_recipient
  add column language text not null default 'nl' check (language in ('nl', 'en'));
