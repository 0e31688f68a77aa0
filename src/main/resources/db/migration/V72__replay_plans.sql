-- Plans also put parked records of senders through the mapping again; their items are records.
alter table hub.resend_plans
  add column work text not null default 'RESEND' check (work in ('RESEND', 'RENORMALISE'));
alter table hub.resend_items
  add column receipt     uuid,
  add column record_no   int,
  add column accepted_at timestamptz,
  drop constraint resend_items_outcome_check,
  add constraint resend_items_outcome_check check (outcome in
    ('QUEUED', 'ACKNOWLEDGED', 'REGISTERED', 'FAILED', 'NO_OP', 'OVERTAKEN', 'CANCELLED'));
create unique index resend_items_record on hub.resend_items (plan, receipt, record_no, accepted_at) where receipt is not null;
