-- What was found when the results of a dossier were looked at, once it was resolved.

create table hub.result_checks (
  dossier_id  uuid        not null references hub.dossiers,
  seq         int         not null,           -- the event that resolved it
  code        text        not null,
  state       text        not null default 'WAITING' check (state in ('WAITING', 'CHECKING', 'DONE')),
  attempts    int         not null default 0,
  next_at     timestamptz not null,
  lease_id    text,
  lease_until timestamptz,
  created_at  timestamptz not null,
  primary key (dossier_id, seq)
);
create index result_checks_open on hub.result_checks (next_at) where state <> 'DONE';

-- A null place: nobody looked yet; what was resolved before is not looked at.
create table hub.result_check_cursor (
  only_one boolean primary key default true check (only_one),
  place    text
);
insert into hub.result_check_cursor (place) values (null);

-- Replaced as a whole by the next look at the same dossier.
create table hub.findings (
  id         bigint      generated always as identity primary key,
  dossier_id uuid        not null references hub.dossiers,
  code       text        not null,
  subject    text        not null,            -- the file or paper it is about
  rule       text        not null,
  detail     text        not null default '',
  found_at   timestamptz not null
);
create index findings_of_dossier on hub.findings (dossier_id);
create index findings_newest on hub.findings (found_at desc, id desc);
