-- What senders try before they go live: sealed, apart from everything that is registered, counted or told.
create table hub.sandbox_pushes (
  id      bigint      generated always as identity primary key,
  sender  text        not null,
  receipt text        not null unique,
  outcome bytea       not null,
  at      timestamptz not null
);

create table hub.sandbox_records (
  id          bigint      generated always as identity primary key,
  sender      text        not null,
  code_hash   text        not null,
  observation bytea       not null,
  at          timestamptz not null
);
create index sandbox_records_of_dossier on hub.sandbox_records (sender, code_hash, id);
