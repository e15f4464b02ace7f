-- How many minutes of peer review one person may have on one day, over all meetings and groups. No source gives a limit; it is ours:
-- a working day of eight hours.
alter table crm.peer_review_norm add column most_a_day integer not null default 480;
alter table crm.peer_review_norm
  alter column most_a_day drop default,
  add constraint peer_review_norm_day check (most_a_day between fewest_each and 1440);
