-- A notice that staff sent on its way again counts as new from then on.
alter table hub.notices add column replayed_at timestamptz;
