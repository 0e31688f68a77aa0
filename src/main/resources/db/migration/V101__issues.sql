-- What people decided about a group of failures. The group itself is counted from where its members are; a row is made
-- when somebody first says something about it, and its acts are never changed.
create table hub.issues (
  key         text        primary key,
  kind        text        not null,
  neighbour   text        not null,
  cause       text        not null,
  state       text        not null check (state in ('ACKNOWLEDGED', 'IN_PROGRESS', 'RESOLVED', 'MUTED', 'OPEN')),
  owner       text,
  muted_until timestamptz,
  changed_at  timestamptz not null,
  check ((state = 'MUTED') = (muted_until is not null))
);
create table hub.issue_acts (
  id    bigint      generated always as identity primary key,
  key   text        not null references hub.issues,
  at    timestamptz not null,
  actor text        not null,
  state text        not null,
  owner text,
  note  text
);
create index issue_acts_of_issue on hub.issue_acts (key, id);
create index issue_acts_by_time on hub.issue_acts (at);
create trigger issue_acts_append_only
    before update or delete or truncate on hub.issue_acts
    for each statement execute function hub.refuse_change();
