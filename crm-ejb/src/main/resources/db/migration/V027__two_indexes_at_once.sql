-- PostgreSQL never combines two indexes that are limited by the same condition: it takes the second for a repetition of the
-- first. This one is for everybody now, so that a name and what somebody had to do with narrow together.
drop index crm.person_facets;
create index person_facets on crm.person using gin (facets) with (gin_pending_list_limit = 512);
