-- How far a dossier got where the portal numbers it (the API of 2026), beside its row in hub.sync. Dossiers of the other
-- dialects have no row here.

create table hub.national_sagas (
  dossier_id    uuid        not null references hub.dossiers,
  environment   text        not null,
  door          text        not null,             -- by which it was begun: it stays with it
  national_code text,                             -- what GetNextValue gave, kept before anything is sent under it
  remote_id     text,                             -- idHoSo, once the dossier is there
  uploads       jsonb       not null default '{}',-- the portal's id and hash of each file, by our hash of its content
  stepped       int[]       not null default '{}',-- told as steps; their statuses are still to be told
  changed_at    timestamptz not null,
  primary key (dossier_id, environment)
);
create unique index national_sagas_code on hub.national_sagas (national_code, environment) where national_code is not null;
