-- The sync ledger: what each neighbour has acknowledged of each dossier, and every call that was made.

create table hub.sync (
  dossier_id         uuid        not null,
  neighbour          text        not null,
  environment        text        not null,
  last_seq           int         not null,            -- newest event of the register
  details_seq        int         not null default 0,  -- newest change of the facts
  acked_seq          int         not null default 0,
  acked_details_seq  int         not null default 0,
  acked_details_hash text,
  passed_over        int[],                           -- acknowledged without being sent: had no effect then
  confirmed_seq      int         not null default 0,  -- the neighbour itself said that it has them
  known_there        boolean     not null default false,
  uncertain          boolean     not null default false, -- the last call's outcome is unknown: ask first
  state              text        not null check (state in ('IDLE', 'QUEUED', 'SENDING', 'BLOCKED')),
  lane               text        not null check (lane in ('LIVE', 'CATCH_UP', 'BULK')),
  queued_at          timestamptz not null,
  lease_id           text,
  lease_until        timestamptz,
  attempts           int         not null default 0,
  next_attempt_at    timestamptz,
  cause              text,
  primary key (dossier_id, neighbour, environment)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_cost_delay = 0);

-- Only rows that still owe something are indexed: the set stays small whatever the number of dossiers.
create index sync_queued on hub.sync (neighbour, environment, lane, queued_at) where state = 'QUEUED';
create index sync_sending on hub.sync (neighbour, environment, lease_until) where state = 'SENDING';
create index sync_due on hub.sync (neighbour, environment, next_attempt_at)
  where state = 'IDLE' and next_attempt_at is not null;
create index sync_blocked on hub.sync (neighbour, environment, queued_at) where state = 'BLOCKED';
create index sync_unconfirmed on hub.sync (neighbour, environment, queued_at)
  where state = 'IDLE' and confirmed_seq < acked_seq;

-- One row per call, with the exact bytes sent and received, sealed.
create table hub.calls (
  id          uuid        not null,
  started_at  timestamptz not null,
  neighbour   text        not null,
  environment text        not null,
  service     text        not null,
  request     bytea       not null,
  response    bytea,
  ended_at    timestamptz,
  http_status int,
  error_code  text,
  verdict     text,
  primary key (id, started_at)
) partition by range (started_at);
create table hub.calls_default partition of hub.calls default;

-- One row per dossier in a call.
create table hub.attempts (
  dossier_id uuid        not null,
  call_id    uuid        not null,
  started_at timestamptz not null,
  neighbour  text        not null,
  step       text        not null,
  seqs       int[],
  verdict    text,
  words      text,
  primary key (dossier_id, started_at, call_id)
) partition by range (started_at);
create table hub.attempts_default partition of hub.attempts default;
