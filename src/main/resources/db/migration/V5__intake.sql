-- One row per receipt ever given: what makes every later step idempotent, over all partitions.
create table hub.receipts (
    receipt     uuid primary key,
    sender      text        not null,
    body_hash   text        not null,
    accepted_at timestamptz not null
);

-- What was sent: its exact bytes, sealed here or named in the content store, and how far it was read.
-- UNDECODABLE: reading stopped after resume_at records, one record stands for the rest.
-- CONFLICT: the same receipt came with other bytes; kept under a receipt of its own.
create table hub.submissions (
    receipt        uuid        not null,
    accepted_at    timestamptz not null,
    sender         text        not null,
    stamp          text        not null,
    body_hash      text        not null,
    content_type   text        not null,
    body           bytea,
    content_ref    text,
    size           bigint      not null,
    correlation_id text        not null,
    snapshot_at    timestamptz,
    file_name      text,
    state          text        not null check (state in ('RECEIVING', 'SPLIT', 'UNDECODABLE', 'CONFLICT')),
    records        int         not null,
    resume_at      int         not null,
    config_version bigint      not null,
    conflicts_with uuid,
    primary key (receipt, accepted_at),
    check ((body is null) <> (content_ref is null))
) partition by range (accepted_at);

create index submissions_accounts on hub.submissions (sender, records);
create index submissions_conflicts on hub.submissions (conflicts_with) where conflicts_with is not null;

-- The unit of account. payload is the decoded record, sealed, of a submission with many, until it is registered.
-- A fault is a bug of ours: its fingerprint groups equal ones, its trace holds frames and no values.
create table hub.records (
    receipt           uuid        not null,
    no                int         not null,
    accepted_at       timestamptz not null,
    sender            text        not null,
    state             text        not null check (state in ('IN_FLIGHT', 'REGISTERED', 'REFUSED', 'PARKED')),
    payload           bytea,
    dossier_id        uuid,
    code              text,
    changed           boolean,
    reasons           jsonb,
    cause             text,
    cause_fingerprint text,
    trace             text,
    owner             text,
    config_version    bigint      not null,
    replays           int         not null default 0,
    updated_at        timestamptz not null,
    primary key (receipt, no, accepted_at)
) partition by range (accepted_at);

create index records_accounts on hub.records (sender, state);
create index records_open on hub.records (state, accepted_at, receipt, no) where state <> 'REGISTERED';

select hub.ensure_month(parent, day::date)
from unnest(array ['hub.submissions', 'hub.records']) parent,
     generate_series(now(), now() + interval '2 months', interval '1 month') day;
