-- Numbers the hub issues itself, and what looked doubtful about an event's values.

-- One row per unit and day: a new day starts at 1 by itself.
create table hub.dossier_code_counters (
  unit text   not null,
  day  date   not null,
  last bigint not null check (last > 0),
  primary key (unit, day)
);

create table hub.issued_codes (
  code      text        primary key,
  unit      text        not null,
  day       date        not null,
  serial    bigint      not null,
  issued_at timestamptz not null,
  unique (unit, day, serial)
);

-- "<field> <rule>": accepted as it is, but somebody should look at it.
alter table hub.events add column doubts text[] not null default '{}';
