-- A failed record that somebody edited is replaced by a submission of its own; what was sent stays as it was sent.
alter table hub.records add column replaced_by uuid;

create table hub.record_edits (
    id          bigint generated always as identity primary key,
    receipt     uuid        not null,
    no          int         not null,
    replacement uuid        not null unique,
    original    text        not null, -- the receipt that its sender holds, with the number
    actor       text        not null,
    reason      text        not null,
    at          timestamptz not null
);
create index record_edits_of on hub.record_edits (receipt, no);

create trigger record_edits_append_only
    before update or delete or truncate on hub.record_edits
    for each statement execute function hub.refuse_change();
