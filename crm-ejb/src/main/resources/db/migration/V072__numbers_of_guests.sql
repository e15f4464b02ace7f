-- The number of a guest in a register that counts the points of a course waits with the request, and goes with it.
create table crm.guest_number (
  request_id  bigint not null references crm.guest_request on delete cascade,
  scheme_code text collate "C" not null references crm.scheme,
  number      text not null check (length(number) between 1 and 20),
  primary key (request_id, scheme_code)
);
