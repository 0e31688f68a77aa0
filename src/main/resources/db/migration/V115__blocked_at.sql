-- When the neighbour's refusal was recorded, which may be long after the row was queued, and again after each replay.
alter table hub.sync add column blocked_at timestamptz;
