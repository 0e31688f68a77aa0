-- What a sender is asked about a dossier on which it and the hub, or the portal and the hub, disagree.
create table hub.sender_questions (
  id          uuid        primary key,
  sender      text        not null,
  code        text        not null,
  about       text        not null,
  words       text        not null,
  asked_by    text        not null,
  asked_at    timestamptz not null,
  answer      text,
  answered_by text,
  answered_at timestamptz
);
create unique index sender_questions_open on hub.sender_questions (sender, code, about) where answer is null;
create index sender_questions_of_code on hub.sender_questions (code);
