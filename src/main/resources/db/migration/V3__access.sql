-- API keys: the prefix finds the row, the keyed hash proves the key; the secret itself is never stored.
create table hub.api_keys (
    prefix     text primary key,
    mac        text        not null,
    principal  text        not null,
    role       text        not null,
    created_at timestamptz not null,
    created_by text        not null,
    expires_at timestamptz,
    revoked_at timestamptz
);

create index api_keys_principal on hub.api_keys (principal);
