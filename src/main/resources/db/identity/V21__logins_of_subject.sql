-- Whom an event concerns is asked over all log-ins of a subject, also those that ended.
create index logins_of_subject on identity.logins (subject);
