-- The audit is asked by who acted, by the beginning of what they did and by what it was about, newest first.
create index audit_actor on identity.audit (actor, id);
create index audit_action on identity.audit (action text_pattern_ops, id);
create index audit_dossier on identity.audit ((details ->> 'dossier')) where details ->> 'dossier' is not null;
