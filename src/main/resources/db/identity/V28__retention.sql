-- Consents carry no time of their own.
alter table identity.oauth2_authorization_consent add column given_at timestamptz not null default now();

create index errands_settled on identity.errands (done_at) where state <> 'WAITING';
create index errands_event on identity.errands (event);
create index events_at on identity.events (at);
create index events_login on identity.events (login) where login is not null;
create index logins_ended on identity.logins (ended_at) where ended_at is not null;
create index logins_open_since on identity.logins (at) where ended_at is null;
