-- A line of the timeline leads from a call to the push behind it.

alter table hub.attempts
  add column correlation_id text;  -- of the newest push the call told of
