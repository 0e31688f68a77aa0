-- Announced outages of a neighbour; ended ones stay.
create table hub.maintenance (
  id               uuid        primary key,
  neighbour        text        not null,
  environment      text        not null,
  starts_at        timestamptz not null,
  ends_at          timestamptz not null,
  reason           text        not null,
  drain_per_second int,                         -- pace of the backlog afterwards, per node; null: as fast as it is taken
  ramp_up_seconds  int         not null default 0,
  planned_by       text        not null,
  planned_at       timestamptz not null default now(),
  ended_by         text
);
create index maintenance_ends on hub.maintenance (neighbour, environment, ends_at);
