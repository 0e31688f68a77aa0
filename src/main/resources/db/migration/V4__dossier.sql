-- The register: dossiers, their append-only events, their other codes, who may write them.

create table hub.dossiers (
  id                   uuid        primary key,
  code                 text        not null unique,
  sender               text        not null,
  procedure_code       text,
  procedure_version    bigint,
  agency_id            text,
  status               smallint    check (status between 1 and 10),
  version              bigint      not null,
  details_version      bigint      not null default 0,
  last_seq             int         not null,
  facts                jsonb,
  facts_hash           text,
  history              json        not null default '[]',  -- the judged status events in brief: locked and read as one row
  views                json        not null default '{}',  -- what each sender of snapshots said last, by sender
  received_at          timestamptz,
  due_at               timestamptz,
  due_source           text        check (due_source in ('DEPARTMENT', 'PROPOSED', 'NONE_NEEDED')),
  due_proposed         timestamptz,
  hold                 text        check (hold in ('FACTS_MISSING', 'DUE_DATE_MISSING')),
  config_version       bigint      not null,
  applicant_name_plain text,                            -- unaccented, lower case
  id_hash              text,                            -- keyed hashes: searchable, not readable
  tax_hash             text,
  phone_hash           text,
  created_at           timestamptz not null,
  updated_at           timestamptz not null
) with (fillfactor = 70, toast_tuple_target = 8160);

create index dossiers_name on hub.dossiers (applicant_name_plain text_pattern_ops) where applicant_name_plain is not null;
create index dossiers_id_hash on hub.dossiers (id_hash) where id_hash is not null;
create index dossiers_tax_hash on hub.dossiers (tax_hash) where tax_hash is not null;
create index dossiers_phone_hash on hub.dossiers (phone_hash) where phone_hash is not null;
create index dossiers_hold on hub.dossiers (hold, sender) where hold is not null;

create table hub.events (
  id             bigint      generated always as identity,
  dossier_id     uuid        not null,
  seq            int         not null,
  kind           text        not null check (kind in ('STATUS', 'DETAILS', 'NOTE')),
  status         smallint    check (status between 1 and 10),
  at             timestamptz,
  order_at       timestamptz not null,
  time_source    text        not null check (time_source in ('SOURCE', 'DAY', 'DOOR')),
  stamp_ticks    bigint      not null,
  stamp_node     text        not null,
  sender         text        not null,
  verdict        text        not null
                 check (verdict in ('VALID', 'GAP_BEFORE', 'AFTER_TERMINAL', 'CONTRADICTION', 'OLD_SNAPSHOT')),
  flags          text[]      not null default '{}',
  officer        text,
  officer_title  text,
  unit           text,
  note           text,
  fields         text[]      not null default '{}',     -- names of the facts a DETAILS event changed
  receipt        uuid        not null,
  record_no      int         not null,
  config_version bigint      not null,
  correlation_id text        not null,
  xid            xid8        not null default pg_current_xact_id(),
  recorded_at    timestamptz not null,
  primary key (dossier_id, seq, recorded_at)
) partition by range (recorded_at);
create table hub.events_default partition of hub.events default;

create index events_feed on hub.events (xid, id) where kind = 'STATUS';

-- What was observed stays as it was observed; only the judgement on it may change when the history grows.
create function hub.keep_event() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' then
    if to_jsonb(old) - 'verdict' = to_jsonb(new) - 'verdict' then
      return new;
    end if;
  end if;
  raise exception 'events of a dossier are immutable (% refused)', lower(tg_op) using errcode = 'restrict_violation';
end $$;
create trigger keep_event before update or delete on hub.events for each row execute function hub.keep_event();
create trigger keep_events before truncate on hub.events for each statement execute function hub.keep_event();

-- A local code is only unique within its sender; the other kinds are unique in the country (sender '').
create table hub.aliases (
  kind       text not null check (kind in ('LOCAL', 'NATIONAL', 'MINISTRY', 'ONE_STOP')),
  code       text not null,
  scope      text not null,
  dossier_id uuid not null references hub.dossiers,
  primary key (code, kind, scope)
);
create index aliases_of_dossier on hub.aliases (dossier_id);

-- Exactly one system is authoritative for a dossier at each stage: its first sender, unless a row here says otherwise.
create table hub.authorities (
  dossier_id uuid        not null references hub.dossiers,
  stage      text        not null,
  system     text        not null,
  since      timestamptz not null,
  primary key (dossier_id, stage)
);
