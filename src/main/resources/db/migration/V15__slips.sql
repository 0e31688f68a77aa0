-- What officers add to printed forms (new promised date, legal reason, conclusion on fees): append-only.

create table hub.slip_entries (
  dossier_id uuid        not null,
  form       text        not null check (form in ('02', '03', '04', '05')),
  no         int         not null check (no > 0),
  words      jsonb       not null,
  entered_by text        not null,
  entered_at timestamptz not null,
  primary key (dossier_id, form, no)
);
create function hub.keep_slip_entry() returns trigger language plpgsql as $$
begin
  raise exception 'entries of printed forms are immutable (% refused)', lower(tg_op) using errcode = 'restrict_violation';
end $$;
create trigger keep_slip_entry before update or delete on hub.slip_entries
  for each row execute function hub.keep_slip_entry();
