-- Due dates: the first one and the hub's own beside the one in force; what stopped the clock; payment and delivery.

alter table hub.dossiers
  add column due_original     timestamptz,   -- the date the department stated first
  add column due_computed     timestamptz,   -- the hub's own, frozen at reception
  add column due_computed_now timestamptz,   -- the same after the stops
  add column due_rule_version bigint,        -- version of the procedure it was computed by
  add column due_provisional  boolean not null default false,
  add column reception_due    timestamptz,   -- until when an online dossier must be answered
  add column payment_state    text check (payment_state in ('UNPAID', 'WAITING', 'PAID', 'CANCELLED', 'REFUNDED')),
  add column delivery_state   text not null default 'NOT_READY'
             check (delivery_state in ('NOT_READY', 'READY', 'HANDED_TO_POST', 'DELIVERED', 'RETURNED_TO_SENDER'));

alter table hub.dossiers drop constraint dossiers_due_source_check;
alter table hub.dossiers add constraint dossiers_due_source_check
  check (due_source in ('DEPARTMENT', 'HUB', 'PROPOSED', 'NONE_NEEDED'));

-- Derived from the judged history, so replaced when a late event changes it.
create table hub.due_suspensions (
  dossier_id uuid        not null references hub.dossiers,
  from_seq   int         not null,           -- the event that stopped the clock
  basis      text        not null check (basis in ('SUPPLEMENT', 'PAYMENT', 'WITHDRAWAL')),
  since      timestamptz not null,
  until      timestamptz,
  counts     boolean     not null,           -- false: a payment without a legal basis
  document   text,                           -- what the request said
  primary key (dossier_id, from_seq)
);

-- Append-only: each change of a due date as the register learned of it.
create table hub.due_adjustments (
  id          bigint      generated always as identity primary key,
  dossier_id  uuid        not null references hub.dossiers,
  seq         int         not null,
  line        text        not null check (line in ('COMPUTED', 'STATED')),
  due_before  timestamptz not null,
  due_after   timestamptz not null,
  by          text        not null,
  reason      text        not null,
  form        text,
  recorded_at timestamptz not null
);
create index due_adjustments_of_dossier on hub.due_adjustments (dossier_id);
