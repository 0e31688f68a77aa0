-- A plan to tell a neighbour many dossiers again, and the frozen list of what it means.
create table hub.resend_plans (
  id                uuid        primary key,
  selection         jsonb       not null,
  include_confirmed boolean     not null,
  reason            text        not null,
  proposed_by       text        not null,
  proposed_at       timestamptz not null,
  state             text        not null check (state in ('CHECKING', 'CHECKED', 'APPROVED', 'PAUSED', 'DONE', 'CANCELLED')),
  needs_second      boolean     not null,
  per_second        int         not null check (per_second > 0),
  window_from       time,                                -- in Vietnam; both or none
  window_until      time,
  decided_by        text,
  decided_at        timestamptz,
  ticked_at         timestamptz,                         -- of the last portion, so that the rate holds over all nodes
  ended_at          timestamptz,
  check ((window_from is null) = (window_until is null))
);
create index resend_plans_open on hub.resend_plans (proposed_at) where ended_at is null;

create table hub.resend_items (
  plan            uuid        not null references hub.resend_plans,
  no              int         not null,
  dossier_id      uuid,                                  -- null for a code that the register does not know
  code            text        not null,
  frozen_seq      int         not null,
  forecast        text        check (forecast in ('WILL_PASS', 'WILL_FAIL', 'NO_OP', 'OVERTAKEN')),
  forecast_reason text,
  outcome         text        check (outcome in ('QUEUED', 'ACKNOWLEDGED', 'FAILED', 'NO_OP', 'OVERTAKEN', 'CANCELLED')),
  outcome_reason  text,
  queued_at       timestamptz,
  ended_at        timestamptz,
  primary key (plan, no),
  unique (plan, dossier_id)
);
create index resend_items_unsent on hub.resend_items (plan, no) where outcome is null;
create index resend_items_queued on hub.resend_items (plan, no) where outcome = 'QUEUED';
