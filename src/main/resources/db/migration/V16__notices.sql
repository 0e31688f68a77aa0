-- Notices to citizens: what is owed, what was tried, how far the change feed was read, whose due date is watched.

-- No address and no text is kept: both are made of the register when the notice is sent.
create table hub.notices (
  id              bigint      generated always as identity primary key,
  dossier_id      uuid        not null,
  event           text        not null,                -- of config/notify/notices.yaml
  occasion        text        not null,                -- seq:<event of the dossier> or due:<promised day>
  channel         text        not null check (channel in ('SMS', 'EMAIL')),
  state           text        not null default 'WAITING' check (state in
                  ('WAITING', 'SENDING', 'SENT', 'FAILED', 'NO_ADDRESS', 'BOUNCED', 'UNCERTAIN', 'EXPIRED')),
  attempts        int         not null default 0,
  next_attempt_at timestamptz not null,
  lease_id        text,
  lease_until     timestamptz,
  cause           text,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  unique (dossier_id, occasion, channel)               -- whatever happens, nobody is told twice
);
create index notices_waiting on hub.notices (next_attempt_at) where state = 'WAITING';
create index notices_sending on hub.notices (lease_until) where state = 'SENDING';

create table hub.notice_attempts (
  notice_id  bigint      not null,
  no         int         not null,
  started_at timestamptz not null,
  ended_at   timestamptz,
  gateway    text        not null,
  address    text        not null,                     -- masked
  verdict    text,
  words      text,
  primary key (notice_id, no, started_at)
) partition by range (started_at);
create table hub.notice_attempts_default partition of hub.notice_attempts default;

-- A null place: notices were off; what happened meanwhile is not told when they are switched on.
create table hub.notice_cursor (
  only_one boolean primary key default true check (only_one),
  place    text
);
insert into hub.notice_cursor (place) values (null);

create table hub.notice_watch (
  dossier_id uuid        primary key,
  due_at     timestamptz not null
);
create index notice_watch_due on hub.notice_watch (due_at);
