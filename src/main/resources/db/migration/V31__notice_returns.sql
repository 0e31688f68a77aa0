-- Letters that came back: how far the mailbox was read, and which node is reading it.

create table hub.notice_returns (
  only_one     boolean     primary key default true check (only_one),
  validity     bigint      not null default 0,      -- of the mailbox (IMAP UIDVALIDITY)
  uid          bigint      not null default 0,      -- of the last letter read
  next_look_at timestamptz not null default '-infinity',
  lease_id     text,
  lease_until  timestamptz,
  looked_at    timestamptz,
  trouble      text                                 -- what kept the last look from the mailbox
);
insert into hub.notice_returns default values;
