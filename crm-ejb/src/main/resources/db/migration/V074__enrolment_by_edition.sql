-- Who comes to an edition, whatever the state, and whether somebody does: the unique indexes know but those who are in.
create index enrolment_edition on crm.enrolment (edition_id, person_id);
