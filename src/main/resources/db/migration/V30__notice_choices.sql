-- By what a citizen wants to be told of a dossier, said on the tracking page; goes before what the sender says.

create table hub.notice_choices (
  dossier_id uuid        primary key,
  choice     text        not null check (choice in ('NONE', 'SMS', 'EMAIL', 'BOTH')),
  chosen_at  timestamptz not null
);

-- DECLINED: owed by a channel that the citizen did not want when it would have been sent.
alter table hub.notices drop constraint notices_state_check;
alter table hub.notices add constraint notices_state_check check (state in
  ('WAITING', 'SENDING', 'SENT', 'FAILED', 'NO_ADDRESS', 'BOUNCED', 'UNCERTAIN', 'EXPIRED', 'DECLINED'));
