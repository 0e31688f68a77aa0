-- What TraCuuTechID said of a person or business: found by a keyed hash of the number, the answer sealed, null for none.

create table hub.technical_ids (
  number_hash text        primary key,
  value       bytea,
  asked_at    timestamptz not null
);

-- What is wrong with a dossier, without keeping it from being told; once each, with a count.
create table hub.integrity_findings (
  dossier_code text        not null,
  kind         text        not null,
  detail       text        not null,
  first_at     timestamptz not null,
  last_at      timestamptz not null,
  times        int         not null default 1,
  primary key (dossier_code, kind)
);
create index integrity_findings_last on hub.integrity_findings (last_at);
