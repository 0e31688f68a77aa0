-- What the portal or a sender says it has: an uploaded list, kept as it came under its hash in the content store.
create table hub.reconciliation_lists (
  id        uuid        primary key,
  side      text        not null check (side in ('PORTAL', 'SENDER')),
  sender    text,
  layout    text        not null,                        -- its columns, in reconciliation.yaml
  format    text        not null check (format in ('CSV', 'XLSX', 'NDJSON')),
  file_name text        not null,
  sha256    text        not null,
  size      bigint      not null,
  made_at   timestamptz not null,                        -- what changed here shortly before is in transit
  taken_by  text        not null,
  taken_at  timestamptz not null,
  check ((side = 'SENDER') = (sender is not null))
);

-- One comparison of the register with one or two other sides.
create table hub.reconciliations (
  id          uuid        primary key,
  night       date        unique,                        -- of the nightly one: any number of nodes make one
  scope       jsonb       not null,
  portal_list uuid        references hub.reconciliation_lists,
  sender_list uuid        references hub.reconciliation_lists,
  sample      int,                                       -- so many dossiers are looked up at the portal instead
  asked_by    text        not null,
  reason      text        not null,
  asked_at    timestamptz not null,
  state       text        not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
  lease       text,
  lease_until timestamptz,
  started_at  timestamptz,
  ended_at    timestamptz,
  counts      jsonb,
  failure     text
);
create index reconciliations_open on hub.reconciliations (asked_at) where state in ('WAITING', 'RUNNING');
create index reconciliations_newest on hub.reconciliations (asked_at desc, id desc);

create table hub.differences (
  reconciliation uuid        not null references hub.reconciliations,
  no             int         not null,
  against        text        not null check (against in ('PORTAL', 'SENDER')),
  kind           text        not null,
  code           text        not null,                   -- the register's where it knows the dossier, else theirs
  their_code     text,
  dossier_id     uuid,
  sender         text,
  ours           text,
  theirs         text,
  cause          text        not null,
  detail         text,
  owner          text        not null,
  since          timestamptz,                            -- the dossier's last change here
  first_seen     timestamptz not null,
  repairs        text[]      not null default '{}',      -- what may mend it, the likeliest first
  repair         text,
  repair_reason  text,
  repaired_by    text,
  repaired_at    timestamptz,
  repair_outcome text,
  primary key (reconciliation, no)
);
create index differences_of_code on hub.differences (code, against, kind);
