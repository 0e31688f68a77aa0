-- The catalog as tables, for queries and reports only: the hub itself resolves from memory. Each applied configuration
-- replaces what the one before it wrote; valid_to is the first day no longer valid.
create table hub.agencies (
    id             text primary key,
    kind           text   not null,
    config_version bigint not null
);

create table hub.agency_versions (
    agency_id      text    not null references hub.agencies,
    code           text    not null,
    name           text    not null,
    valid_from     date    not null,
    valid_to       date,
    source         text    not null,
    provisional    boolean not null,
    config_version bigint  not null,
    primary key (agency_id, valid_from)
);

-- Which agency a code means while valid; a row with procedures holds for those only.
create table hub.agency_codes (
    code           text    not null,
    agency_id      text    not null references hub.agencies,
    valid_from     date    not null,
    valid_to       date,
    procedures     text[]  not null,
    source         text    not null,
    provisional    boolean not null,
    config_version bigint  not null,
    primary key (code, agency_id, valid_from)
);

create table hub.agency_successions (
    kind           text    not null check (kind in ('RENAME', 'MERGE', 'SPLIT', 'ABSORB_PART', 'ABOLISH')),
    effective_on   date    not null,
    from_agencies  text[]  not null,
    into_agencies  text[]  not null,
    document       text    not null,
    provisional    boolean not null,
    config_version bigint  not null
);

create table hub.procedures (
    code           text primary key,
    config_version bigint not null
);

create table hub.procedure_versions (
    code           text    not null references hub.procedures,
    version        bigint  not null,
    name           text,
    domain_code    text,
    domain_name    text,
    limit_amount   int,
    limit_unit     text,
    limit_known    boolean not null,
    valid_from     date    not null,
    valid_to       date,
    source         text    not null,
    provisional    boolean not null,
    config_version bigint  not null,
    primary key (code, version)
);

create table hub.calendar_days (
    day            date    not null,
    kind           text    not null check (kind in ('OFF', 'MAKE_UP')),
    name           text    not null,
    provisional    boolean not null,
    config_version bigint  not null,
    primary key (day, kind)
);

-- One row: the configuration whose catalog the tables hold.
create table hub.catalog_state (
    only_row       boolean primary key default true check (only_row),
    config_version bigint not null
);

insert into hub.catalog_state (config_version) values (0);
