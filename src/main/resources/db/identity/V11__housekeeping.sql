-- Requests that never came to a code carry no time of their own.
alter table identity.oauth2_authorization add column begun_at timestamptz not null default now();

create index authorization_begun on identity.oauth2_authorization (begun_at);
