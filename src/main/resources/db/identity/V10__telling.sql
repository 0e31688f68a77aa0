-- Which clients were given the log-in: whoever was is told when it ends.
create table identity.login_clients (
    login     uuid        not null references identity.logins,
    client_id text        not null references identity.clients,
    first_at  timestamptz not null,
    primary key (login, client_id)
);

create index login_clients_client on identity.login_clients (client_id);

-- What happened to a subject. Written by the tables themselves, in the transaction of the change, so that no way of
-- making one can forget to tell it.
create table identity.events (
    id      bigint generated always as identity primary key,
    subject text        not null references identity.subjects,
    kind    text        not null check (kind in ('LINKED', 'UNLINKED', 'CHANGED', 'LOGGED_OUT', 'LOCKED', 'UNLOCKED')),
    login   uuid references identity.logins,
    at      timestamptz not null default clock_timestamp(),
    planned boolean     not null default false
);

create index events_unplanned on identity.events (id) where not planned;
create index events_subject on identity.events (subject, id);

create function identity.note_event() returns trigger
    language plpgsql as
$$
begin
    if tg_table_name = 'logins' then
        insert into identity.events (subject, kind, login) values (new.subject, 'LOGGED_OUT', new.id);
    elsif tg_table_name = 'subjects' then
        insert into identity.events (subject, kind)
        values (new.id, case when new.locked_at is null then 'UNLOCKED' else 'LOCKED' end);
    elsif tg_table_name = 'account_links' then
        insert into identity.events (subject, kind)
        values (new.subject, case when tg_op = 'INSERT' then 'LINKED' else 'UNLINKED' end);
    elsif tg_table_name = 'accounts' then
        insert into identity.events (subject, kind)
        select l.subject, 'CHANGED' from identity.account_links l where l.account = new.id and l.valid_to is null;
    end if;
    return null;
end;
$$;

create trigger logins_told
    after update of ended_at on identity.logins
    for each row when (old.ended_at is null and new.ended_at is not null)
    execute function identity.note_event();

create trigger subjects_told
    after update of locked_at on identity.subjects
    for each row when ((old.locked_at is null) <> (new.locked_at is null))
    execute function identity.note_event();

create trigger account_links_told
    after insert on identity.account_links
    for each row execute function identity.note_event();

create trigger account_links_ended_told
    after update of valid_to on identity.account_links
    for each row when (old.valid_to is null and new.valid_to is not null)
    execute function identity.note_event();

create trigger accounts_told
    after update of kind, tech_id, level on identity.accounts
    for each row when (old.kind <> new.kind or old.tech_id is distinct from new.tech_id
                       or old.level is distinct from new.level)
    execute function identity.note_event();

-- What a client is still to be told: one row per event and client, and per ended log-in and client.
create table identity.errands (
    id          bigint generated always as identity primary key,
    client_id   text        not null references identity.clients,
    kind        text        not null check (kind in ('EVENT', 'LOGOUT')),
    event       bigint      not null references identity.events,
    subject     text        not null,
    state       text        not null default 'WAITING' check (state in ('WAITING', 'DONE', 'GIVEN_UP')),
    attempts    integer     not null default 0,
    told        integer     not null default 0,
    next_at     timestamptz not null,
    lease       uuid,
    lease_until timestamptz,
    cause       text,
    done_at     timestamptz,
    unique (client_id, kind, event)
);

create index errands_due on identity.errands (next_at) where state = 'WAITING';
create index errands_order on identity.errands (client_id, subject, id) where state = 'WAITING';
