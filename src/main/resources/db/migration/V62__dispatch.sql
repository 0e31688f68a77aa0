-- Dossiers that were filed in one system and are worked on by another: how far each came, and what is told.

-- One row per dossier. seen_seq grows with the register; planned_seq is how far messages were made of it.
create table hub.handovers (
  dossier_id     uuid        primary key references hub.dossiers,
  code           text        not null,
  origin         text        not null,
  system         text,                        -- who works on it; null: no route yet
  gap            text,                        -- why there is no route
  seen_seq       int         not null,
  planned_seq    int         not null default 0,
  registered_at  timestamptz not null,
  dispatched_at  timestamptz,                 -- the system has the new dossier
  accepted_at    timestamptz,                 -- the system said so
  accepted_by    text        check (accepted_by in ('ACK', 'REPLY', 'STATUS')),
  correlation_id text        not null
);
create index handovers_unplanned on hub.handovers (registered_at) where planned_seq < seen_seq;
create index handovers_open on hub.handovers (registered_at) where accepted_at is null;

create table hub.dispatches (
  id              uuid        primary key,
  number          bigint      generated always as identity,
  dossier_id      uuid        not null references hub.dossiers,
  code            text        not null,
  system          text        not null,
  kind            text        not null check (kind in ('NEW', 'SUPPLEMENT', 'PAYMENT', 'WITHDRAWAL')),
  seq             int         not null,
  state           text        not null default 'WAITING'
                  check (state in ('WAITING', 'SENDING', 'DONE', 'FAILED', 'OVERTAKEN')),
  body            bytea,                       -- sealed; written once, so that a repetition says the same
  attempts        int         not null default 0,
  uncertain       boolean     not null default false,
  next_attempt_at timestamptz not null,
  lease_id        text,
  lease_until     timestamptz,
  cause           text,
  correlation_id  text        not null,
  created_at      timestamptz not null,
  ended_at        timestamptz,
  unique (dossier_id, system, kind, seq)
);
create index dispatches_open on hub.dispatches (system, next_attempt_at) where state in ('WAITING', 'SENDING');
create index dispatches_of_dossier on hub.dispatches (dossier_id, number);
create index dispatches_failed on hub.dispatches (created_at) where state = 'FAILED';
