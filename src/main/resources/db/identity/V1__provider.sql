-- For tables whose rows may never change.
create function identity.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end;
$$;

-- details is json, not jsonb: the hash covers its exact text.
create table identity.audit (
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

create index audit_object on identity.audit (object, id);

create trigger audit_append_only
    before update or delete or truncate on identity.audit
    for each statement execute function identity.refuse_change();

-- A key is published from its first day, signs from signs_from, and stays published until what it signed has expired.
create table identity.signing_keys (
    kid         text primary key,
    public_jwk  json        not null,
    sealed      bytea       not null,
    created_at  timestamptz not null,
    created_by  text        not null,
    signs_from  timestamptz not null,
    leaves_at   timestamptz
);

create table identity.clients (
    id          text primary key,
    terms       json        not null,
    applied_at  timestamptz not null,
    proposed_by text        not null,
    approved_by text        not null,
    ended_at    timestamptz
);

-- Several secrets of one client may hold at once: that is how one is replaced without a failed call.
create table identity.client_secrets (
    client_id  text        not null references identity.clients,
    hash       text        not null,
    created_at timestamptz not null,
    created_by text        not null,
    expires_at timestamptz,
    primary key (client_id, hash)
);

create table identity.client_changes (
    id          uuid primary key,
    client_id   text        not null,
    terms       json        not null,
    proposed_by text        not null,
    proposed_at timestamptz not null,
    reason      text        not null,
    state       text        not null default 'PENDING' check (state in ('PENDING', 'APPROVED', 'REJECTED')),
    decided_by  text,
    decided_at  timestamptz,
    check (state <> 'APPROVED' or decided_by <> proposed_by)
);

create unique index client_changes_pending on identity.client_changes (client_id) where state = 'PENDING';

-- The library's own tables; its SQL names them, the schema keeps them apart.
create table identity.oauth2_authorization (
    id                            varchar(100) primary key,
    registered_client_id          varchar(100)  not null,
    principal_name                varchar(200)  not null,
    authorization_grant_type      varchar(100)  not null,
    authorized_scopes             varchar(1000),
    attributes                    text,
    state                         varchar(500),
    authorization_code_value      text,
    authorization_code_issued_at  timestamptz,
    authorization_code_expires_at timestamptz,
    authorization_code_metadata   text,
    access_token_value            text,
    access_token_issued_at        timestamptz,
    access_token_expires_at       timestamptz,
    access_token_metadata         text,
    access_token_type             varchar(100),
    access_token_scopes           varchar(1000),
    oidc_id_token_value           text,
    oidc_id_token_issued_at       timestamptz,
    oidc_id_token_expires_at      timestamptz,
    oidc_id_token_metadata        text,
    refresh_token_value           text,
    refresh_token_issued_at       timestamptz,
    refresh_token_expires_at      timestamptz,
    refresh_token_metadata        text,
    user_code_value               text,
    user_code_issued_at           timestamptz,
    user_code_expires_at          timestamptz,
    user_code_metadata            text,
    device_code_value             text,
    device_code_issued_at         timestamptz,
    device_code_expires_at        timestamptz,
    device_code_metadata          text
);

-- Tokens are longer than a tree's page takes.
create index authorization_state on identity.oauth2_authorization using hash (state);
create index authorization_code on identity.oauth2_authorization using hash (authorization_code_value);
create index authorization_access on identity.oauth2_authorization using hash (access_token_value);
create index authorization_id_token on identity.oauth2_authorization using hash (oidc_id_token_value);
create index authorization_refresh on identity.oauth2_authorization using hash (refresh_token_value);
create index authorization_principal on identity.oauth2_authorization (principal_name);

create table identity.oauth2_authorization_consent (
    registered_client_id varchar(100)  not null,
    principal_name       varchar(200)  not null,
    authorities          varchar(1000) not null,
    primary key (registered_client_id, principal_name)
);
