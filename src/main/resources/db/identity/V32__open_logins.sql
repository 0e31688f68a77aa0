-- The log-ins that hold are listed, newest first.
create index logins_open on identity.logins (at, id) where ended_at is null;
