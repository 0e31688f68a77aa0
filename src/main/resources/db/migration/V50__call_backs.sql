-- What a sender's own system is still to be told: a status that another system moved, or a record that was refused.
create table hub.call_backs (
  id              bigint      generated always as identity primary key,
  sender          text        not null,
  kind            text        not null check (kind in ('STATUS', 'REFUSAL')),
  subject         text        not null,                -- the dossier, or the receipt: told one after the other
  occasion        text        not null,                -- seq:<event of the dossier> or record:<number>
  facts           jsonb       not null,                -- what the sender's own words are filled with
  state           text        not null default 'WAITING' check (state in ('WAITING', 'SENDING', 'DONE', 'FAILED')),
  attempts        int         not null default 0,
  next_attempt_at timestamptz not null,
  lease_id        text,
  lease_until     timestamptz,
  cause           text,
  correlation_id  text,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  unique (sender, subject, occasion)
);
create index call_backs_open on hub.call_backs (next_attempt_at) where state in ('WAITING', 'SENDING');
create index call_backs_of_subject on hub.call_backs (sender, subject, id) where state in ('WAITING', 'SENDING');

-- A null place: nobody was to be called back; what happened meanwhile is not told when somebody is.
create table hub.call_back_cursor (
  only_one boolean primary key default true check (only_one),
  place    text
);
insert into hub.call_back_cursor (place) values (null);
