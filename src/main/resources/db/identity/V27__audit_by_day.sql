create index audit_at on identity.audit (at);
