-- Who looked at a dossier, and the entries of a day.
create index audit_dossier on hub.audit ((details ->> 'dossier')) where details ->> 'dossier' is not null;
create index audit_at on hub.audit (at);
