-- Certificates of systems, beside their keys: known by their thumbprint, which is no secret.
create table hub.certificates (
    thumbprint text primary key check (thumbprint ~ '^[0-9a-f]{64}$'),
    subject    text        not null,
    principal  text        not null,
    role       text        not null,
    created_at timestamptz not null,
    created_by text        not null,
    valid_from timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);

create index certificates_principal on hub.certificates (principal);
