-- What a version of a procedure asks for and promises, beside what V2 keeps; the lists are as in the API.
alter table hub.procedure_versions
    add column responsible         text,
    add column service_level       text check (service_level in ('INFO', 'PARTIAL', 'FULL')),
    add column historic_level      int check (historic_level between 1 and 4),
    add column level_reviewed_by   text,
    add column pay_before          boolean not null default false,
    add column payment_stops_clock text,
    add column supplement_clock    text check (supplement_clock in ('STOPS', 'RESTARTS')),
    add column supplement_days     int,
    add column details             jsonb   not null default '{}',
    add column demo                boolean not null default false;

-- A code that is not known is null, not invented.
alter table hub.agency_versions alter column code drop not null;
alter table hub.agency_versions
    add column kind   text,
    add column parent text;

alter table hub.agency_successions
    add column procedures text[] not null default '{}';

alter table hub.calendar_days
    add column decision   text,
    add column instead_of date;

-- The proposal of the files this version stands on: a start applies the files again only when they say something new.
alter table hub.config_versions
    add column files_hash text;

-- Have the tables written again, with what is new.
update hub.catalog_state set config_version = 0;
