-- An acknowledged change of details is looked up too: the portal may say yes and keep what it had.

alter table hub.sync
  add column confirmed_details_seq int not null default 0,  -- the neighbour was seen to have them
  add column doubted_details_hash  text;                    -- told a second time, because they were not there

update hub.sync set confirmed_details_seq = acked_details_seq;

drop index hub.sync_unconfirmed;
create index sync_unconfirmed on hub.sync (neighbour, environment, queued_at)
  where state = 'IDLE' and (confirmed_seq < acked_seq or confirmed_details_seq < acked_details_seq);
