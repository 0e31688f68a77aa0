-- The audit is asked by who acted and by the beginning of what they did, newest first.
create index audit_actor on hub.audit (actor, id);
create index audit_action on hub.audit (action text_pattern_ops, id);
