-- Files on the servers of senders: since when one stands still, and which were taken and not yet answered with a report.
create table hub.seen_files (
  sender   text        not null,
  name     text        not null,
  size     bigint      not null,
  modified bigint      not null,                    -- as the server tells it, in milliseconds
  since    timestamptz not null,
  primary key (sender, name)
);

create table hub.taken_files (
  sender      text        not null,
  receipt     uuid        not null,
  name        text        not null,
  taken_at    timestamptz not null,
  answered_at timestamptz,
  primary key (sender, receipt, name)
);
create index taken_files_unanswered on hub.taken_files (sender, taken_at) where answered_at is null;
