-- Whom log-ins are about. A subject's id is drawn here and says nothing; it is the sub of every token.
create table identity.subjects (
    id          text primary key,
    kind        text        not null check (kind in ('PERSON', 'ENTERPRISE', 'ORGANISATION')),
    created_at  timestamptz not null,
    locked_at   timestamptz,
    locked_by   text,
    lock_reason text
);

-- An account at a national provider: issuer and sub never change, all else may.
create table identity.accounts (
    id         uuid primary key,
    provider   text        not null,
    issuer     text        not null,
    sub        text        not null,
    tech_id    text,
    kind       text        not null,
    level      text,
    ial        integer,
    profile    bytea       not null,
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    unique (issuer, sub)
);

create index accounts_tech_id on identity.accounts (tech_id) where tech_id is not null;

-- Which subject an account stands for, with history: a link is ended and superseded, never rewritten.
create table identity.account_links (
    id            bigint generated always as identity primary key,
    account       uuid        not null references identity.accounts,
    subject       text        not null references identity.subjects,
    valid_from    timestamptz not null,
    valid_to      timestamptz,
    superseded_by bigint references identity.account_links,
    made_by       text        not null,
    reason        text        not null
);

create unique index account_links_current on identity.account_links (account) where valid_to is null;
create index account_links_subject on identity.account_links (subject);

-- What else an account says about itself. Never a key: found by keyed hash, shown masked.
create table identity.secondary_ids (
    account    uuid        not null references identity.accounts,
    kind       text        not null check (kind in ('PERSONAL_ID', 'OLD_ID', 'TAX_CODE')),
    hash       text        not null,
    masked     text        not null,
    valid_from timestamptz not null,
    valid_to   timestamptz,
    primary key (account, kind, hash)
);

create index secondary_ids_hash on identity.secondary_ids (hash) where valid_to is null;

-- What a person must decide: one row per matter, with what spoke for and against.
create table identity.conflicts (
    id          uuid primary key,
    kind        text        not null,
    account     uuid        not null references identity.accounts,
    subject     text        not null references identity.subjects,
    other       text references identity.subjects,
    evidence    json        not null,
    opened_at   timestamptz not null,
    resolution  text,
    reason      text,
    resolved_by text,
    resolved_at timestamptz
);

create unique index conflicts_open on identity.conflicts (kind, account, coalesce(other, '')) where resolved_at is null;

-- One log-in of one browser: how sure we are of it, and by which account. Its id is the sid of every token.
create table identity.logins (
    id          uuid primary key,
    subject     text        not null references identity.subjects,
    account     uuid references identity.accounts,
    provider    text        not null,
    acr         text,
    ial         integer,
    at          timestamptz not null,
    ended_at    timestamptz,
    ended_by    text,
    upstream    bytea
);

create index logins_subject on identity.logins (subject) where ended_at is null;
