-- What the hub fetches itself: which node is at it, how far it came, and what kept it from it.
create table hub.collect_rounds (
  sender       text        primary key,
  by           text        not null,                -- the kind of source, whose words the cursor is in
  cursor       text,
  next_look_at timestamptz not null default '-infinity',
  lease_id     text,
  lease_until  timestamptz,
  node         text,
  looked_at    timestamptz,                         -- the last look that ended, well or not
  well_at      timestamptz,                         -- the last one that took everything
  failures     int         not null default 0,      -- in a row
  trouble      text
);

-- What each thing looked like when it was last fetched, so that overlapping looks send it once. A version, because a
-- thing may come to look again as it did before, and that is news.
create table hub.collected_items (
  sender  text        not null,
  item    text        not null,                     -- hash of its number, or of itself when it has none
  sha256  text        not null,
  version int         not null,
  seen_at timestamptz not null,                     -- when it last was new
  primary key (sender, item)
);
