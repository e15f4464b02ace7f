-- A mail may take a session out of calendars besides changing others.
alter table crm.message add column dropped text;
