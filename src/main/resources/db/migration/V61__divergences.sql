-- What a system said of a dossier that another one keeps: refused, and kept so that both can be asked. One row per system,
-- dossier and status, however often it is said.
create table hub.divergences (
  id             bigint      generated always as identity primary key,
  dossier_id     uuid        not null references hub.dossiers,
  code           text        not null,
  sender         text        not null,
  owner          text        not null,
  claimed        smallint    not null default 0 check (claimed between 0 and 10),  -- 0: details only
  held           smallint    check (held between 1 and 10),                        -- what the register had then
  times          int         not null default 1,
  receipt        uuid        not null,                                             -- the last one
  record_no      int         not null,
  correlation_id text        not null,
  first_at       timestamptz not null,
  last_at        timestamptz not null,
  unique (dossier_id, sender, claimed)
);
create index divergences_newest on hub.divergences (last_at desc, id desc);
