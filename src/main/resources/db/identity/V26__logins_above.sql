-- Which provider a log-in came from, and that provider's own name of its session: it may end there.
alter table identity.logins add column above text, add column above_sid text;

create index logins_above_sid on identity.logins (above_sid) where ended_at is null and above_sid is not null;
create index logins_account on identity.logins (account) where ended_at is null;
