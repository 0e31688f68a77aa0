-- Portals that speak no OpenID Connect know their sessions by the ticket; it is good once, so what lies here opens nothing.
create table identity.used_tickets (
    id        bigint generated always as identity primary key,
    login     uuid        not null references identity.logins,
    client_id text        not null references identity.clients,
    ticket    bytea       not null,
    used_at   timestamptz not null
);

create index used_tickets_login on identity.used_tickets (login, client_id);
