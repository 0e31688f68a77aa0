-- What somebody proposes that a sender's code means, until a second person decides. What was proposed and what was decided
-- never changes.
create table hub.meaning_proposals (
  id          bigint      generated always as identity primary key,
  proposed_at timestamptz not null,
  proposed_by text        not null,
  sender      text        not null,
  cause       text        not null,
  code        text        not null,
  meaning     text        not null,
  reason      text        not null,
  state       text        not null default 'PROPOSED' check (state in ('PROPOSED', 'APPROVED', 'REFUSED')),
  decided_at  timestamptz,
  decided_by  text,
  decision    text,
  version     bigint,
  check ((state = 'PROPOSED') = (decided_by is null)),
  check (state <> 'APPROVED' or decided_by <> proposed_by and version is not null)
);
create unique index meaning_proposals_open on hub.meaning_proposals (sender, cause) where state = 'PROPOSED';
create index meaning_proposals_of_cause on hub.meaning_proposals (sender, cause, id);
