-- How many minutes of peer review one person may have on one day, over all meetings and groups. No source gives a limit; it is ours:
-- a working day of eight hours.
alter table crm.peer_review_norm add column most_a_day integer not null default 480;
alter table crm.peer_review_norm
  alter column most_a_day drop default,
  add constraint peer_review_norm_day check (most_a_day between fewest_each and 1440);

-- What was asked of PE-online and answered is forgotten after a time, word for word; what came of it and for whom stays.
alter table crm.delivery_batch
  add column forgotten_at timestamptz,
  add constraint delivery_batch_forgotten check (forgotten_at is null or answer is null);
create index delivery_batch_old on crm.delivery_batch (answered_at) where forgotten_at is null;
alter table crm.delivery_row
  alter column person drop not null,
  alter column course drop not null,
  add constraint delivery_row_told check (not is_open or (person is not null and course is not null));

-- Whether points were delivered and participants were asked stands where that is done; what somebody chose beside it followed nothing.
alter table crm.edition drop column credits_state, drop column evaluation_state;
