-- A question that was open already is brought up to date by a run; when the run is taken back it stands as before.
alter table crm.review_item
  add column was_before_run bigint,
  add column was            jsonb;
create index review_item_was on crm.review_item (was_before_run) where was_before_run is not null;
