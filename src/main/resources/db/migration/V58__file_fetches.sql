-- Who fetched which file of which dossier by a link of ours, given or not; kept by months.
create table hub.file_fetches (
  fetched_at timestamptz not null,
  dossier_id uuid        not null,
  sha256     text        not null,
  audience   text        not null,           -- whom the link was given to
  address    text        not null,           -- the network it was asked from, never a whole address
  status     int         not null            -- 200: given, in whole or in part; 404, 410, 503: not
) partition by range (fetched_at);
create table hub.file_fetches_default partition of hub.file_fetches default;
create index file_fetches_of_dossier on hub.file_fetches (dossier_id, fetched_at);
