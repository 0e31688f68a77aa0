-- Findings of every kind, of a dossier or of a sender's way of filling a field; open until what they say is no longer so.
alter table hub.integrity_findings
  add column rule       text not null default '',      -- D1 to D8 of the known falsifications, else empty
  add column sender     text not null default '',
  add column subject    text not null default '',      -- the paper or field it is about
  add column settled_at timestamptz,
  drop constraint integrity_findings_pkey,
  add primary key (dossier_code, sender, kind, subject);

-- How far the look at dossiers that changed has come.
create table hub.integrity_cursor (
  only_one boolean primary key default true check (only_one),
  place    text
);
insert into hub.integrity_cursor (place) values (null);

-- Details that changed later; that a dossier is new its first status tells.
create index events_details on hub.events (xid, id) where kind = 'DETAILS' and seq > 1;

-- Results by their code, to resolve what a reused paper is said to be taken from.
create table hub.result_codes (
  code       text not null,
  dossier_id uuid not null references hub.dossiers,
  primary key (code, dossier_id)
);

-- The same value of a field, dossier after dossier of a sender.
create table hub.field_runs (
  sender   text        not null,
  field    text        not null,
  hash     text        not null,                        -- keyed: a value may be personal
  shown    text        not null,
  dossiers int         not null,
  since    timestamptz not null,
  until    timestamptz not null,
  primary key (sender, field)
);

-- The end of the work said anew is kept beside the due dates said anew.
alter table hub.due_adjustments drop constraint due_adjustments_line_check;
alter table hub.due_adjustments add constraint due_adjustments_line_check
  check (line in ('COMPUTED', 'STATED', 'EXTENDED', 'FINISHED'));
