-- The date promised by form 04: beside the department's or the hub's own, which it never overwrites.
alter table hub.dossiers add column due_extended timestamptz;
alter table hub.due_adjustments drop constraint due_adjustments_line_check;
alter table hub.due_adjustments add constraint due_adjustments_line_check check (line in ('COMPUTED', 'STATED', 'EXTENDED'));

-- The register book of a period: dossiers come in the order of their reception, more or less.
create index dossiers_received on hub.dossiers using brin (received_at);
