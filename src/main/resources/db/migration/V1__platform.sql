-- Monthly partitions. Rows that no month takes land in <table>_default, so nothing is ever refused.
create function hub.ensure_month(parent text, day date) returns boolean
    language plpgsql as
$$
declare
    bare  text := replace(parent, 'hub.', '');
    first timestamptz := date_trunc('month', day)::timestamp at time zone 'Asia/Ho_Chi_Minh';
    next  timestamptz := (date_trunc('month', day) + interval '1 month')::timestamp at time zone 'Asia/Ho_Chi_Minh';
    part  text := bare || '_' || to_char(day, 'YYYYMM');
begin
    perform pg_advisory_xact_lock(hashtext('hub.ensure_month'), hashtext(bare));
    if to_regclass('hub.' || quote_ident(bare || '_default')) is null then
        execute format('create table hub.%I partition of hub.%I default', bare || '_default', bare);
    end if;
    if to_regclass('hub.' || quote_ident(part)) is not null then
        return false;
    end if;
    execute format('create table hub.%I (like hub.%I including defaults including constraints)', part, bare);
    execute format('alter table hub.%I attach partition hub.%I for values from (%L) to (%L)', bare, part, first, next);
    return true;
exception
    when check_violation then
        raise warning 'hub.%: rows of % stay in the default partition', bare, to_char(day, 'YYYY-MM');
        return false;
end;
$$;

-- For tables whose rows may never change.
create function hub.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end;
$$;

create table hub.config_versions (
    version    bigint primary key,
    hash       text        not null,
    files      jsonb       not null,
    applied_at timestamptz not null,
    applied_by text        not null
);

-- details is json, not jsonb: the hash covers its exact text.
create table hub.audit (
    id            bigint generated always as identity primary key,
    at            timestamptz not null,
    actor         text        not null,
    role          text        not null,
    action        text        not null,
    object        text        not null,
    details       json        not null,
    previous_hash text        not null unique,
    hash          text        not null unique
);

create index audit_object on hub.audit (object, id);

create trigger audit_append_only
    before update or delete or truncate on hub.audit
    for each statement execute function hub.refuse_change();

create trigger config_versions_append_only
    before update or delete or truncate on hub.config_versions
    for each statement execute function hub.refuse_change();

-- Routes that operators stopped; they stay stopped on every node and over restarts.
create table hub.suspended_routes (
    route_id     text primary key,
    suspended_by text        not null,
    suspended_at timestamptz not null default now(),
    reason       text        not null
);

-- One row that the database breaker writes to learn whether PostgreSQL takes a commit again.
create table hub.heartbeat (
    only_row boolean primary key default true check (only_row),
    at       timestamptz not null default now()
);

insert into hub.heartbeat default values;
