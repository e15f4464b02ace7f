-- Seats that are given by lot: wishes come in until a moment, then one secret that was promised beforehand gives the order.
alter table crm.seat_terms add column draw boolean not null default false;

-- The promise is the SHA-256 of the secret; both are made with the window and stay as they are.
create table crm.seat_draw (
  edition_id  bigint primary key references crm.edition on delete cascade,
  opens_at    timestamptz not null,
  draw_at     timestamptz not null,
  seed        text not null check (seed ~ '^[0-9a-f]{64}$'),
  commitment  text not null,
  agreed_at   timestamptz not null,
  drawn_at    timestamptz,
  log_hash    text,
  version     bigint not null default 0,
  check (opens_at < draw_at),
  check (commitment = encode(sha256(convert_to(seed, 'UTF8')), 'hex')),
  check ((drawn_at is null) = (log_hash is null))
);
create index seat_draw_due on crm.seat_draw (draw_at) where drawn_at is null;
revoke update, truncate on crm.seat_draw from crm_app;
grant update (opens_at, draw_at, drawn_at, log_hash, version) on crm.seat_draw to crm_app;

-- What was drawn stays, whoever asks.
create function crm.draw_stands() returns trigger language plpgsql as $$
begin
  if old.drawn_at is not null then
    raise exception 'a draw that was held stays as it is';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  return new;
end $$;
create trigger seat_draw_stands before update or delete on crm.seat_draw for each row execute function crm.draw_stands();

-- Who took part, by the number of the enrolment alone, in the order that was drawn, and what came of it.
create table crm.draw_line (
  edition_id    bigint not null references crm.seat_draw,
  position      integer not null check (position > 0),
  enrolment_id  bigint not null unique references crm.enrolment,
  ticket        uuid not null,
  waiting       integer check (waiting > 0),
  primary key (edition_id, position)
);
revoke update, delete, truncate on crm.draw_line from crm_app;
