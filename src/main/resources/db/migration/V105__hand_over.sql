-- What whoever leaves a shift writes down for whoever takes over; never changed.
create table hub.hand_over_notes (
  id    bigint      generated always as identity primary key,
  at    timestamptz not null,
  actor text        not null,
  note  text        not null
);
create index hand_over_notes_by_time on hub.hand_over_notes (at);
create trigger hand_over_notes_append_only
    before update or delete or truncate on hub.hand_over_notes
    for each statement execute function hub.refuse_change();
