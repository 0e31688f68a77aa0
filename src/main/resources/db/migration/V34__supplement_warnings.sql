-- Supplements whose time (ThoiHanBoSung) ran out: a warning for the office, which alone decides what follows.
create table hub.supplement_warnings (
  dossier_id uuid        not null,
  seq        int         not null,           -- the event that asked
  asked_at   timestamptz not null,
  until      timestamptz not null,
  days       int         not null,
  raised_at  timestamptz not null,
  primary key (dossier_id, seq)
);
create index supplement_warnings_by_time on hub.supplement_warnings (raised_at);
-- Of events, not of dossiers: an index on the status would cost every change of it the short way (HOT).
create index events_supplement on hub.events (order_at, dossier_id) where kind = 'STATUS' and status = 5;
