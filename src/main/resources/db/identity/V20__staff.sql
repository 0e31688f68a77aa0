-- Staff are subjects too, of a kind of their own that no national account may ever stand for.
alter table identity.subjects drop constraint subjects_kind_check;
alter table identity.subjects add constraint subjects_kind_check
    check (kind in ('PERSON', 'ENTERPRISE', 'ORGANISATION', 'STAFF'));

create function identity.is_staff(asked text) returns boolean
    language sql stable as
$$ select exists (select 1 from identity.subjects where id = asked and kind = 'STAFF') $$;

create function identity.keep_realms_apart() returns trigger
    language plpgsql as
$$
begin
    if tg_table_name = 'account_links' then
        if identity.is_staff(new.subject) then
            raise exception 'a national account never stands for staff' using errcode = 'restrict_violation';
        end if;
    elsif (new.provider = 'staff') <> identity.is_staff(new.subject) then
        raise exception 'a log-in is of staff or of a citizen' using errcode = 'restrict_violation';
    end if;
    return new;
end;
$$;

create trigger account_links_realm before insert or update on identity.account_links
    for each row execute function identity.keep_realms_apart();
create trigger logins_realm before insert on identity.logins
    for each row execute function identity.keep_realms_apart();

-- failures and locked_until are here and not in Redis alone, so that losing Redis opens nothing.
create table identity.staff (
    subject             text primary key references identity.subjects,
    name                text        not null unique,
    display_name        text        not null,
    created_at          timestamptz not null,
    created_by          text        not null,
    password            text,
    password_set_at     timestamptz,
    invitation          text,
    invitation_until    timestamptz,
    failures            integer     not null default 0,
    tried_at            timestamptz,
    locked_until        timestamptz,
    factor              bytea,
    factor_since        timestamptz,
    factor_last_step    bigint      not null default 0
);

-- Rights with their days: a change ends one row and begins another, so the past stays readable.
create table identity.staff_grants (
    id         bigint generated always as identity primary key,
    subject    text        not null references identity.staff,
    role       text        not null check (role in
                   ('VIEWER', 'INSPECTOR', 'OPERATOR', 'APPROVER', 'ADMINISTRATOR', 'DEPARTMENT_USER')),
    department text,
    agency     text,
    valid_from timestamptz not null,
    valid_to   timestamptz,
    given_by   text        not null,
    reason     text        not null,
    check ((role = 'DEPARTMENT_USER') = (department is not null)),
    check (valid_to is null or valid_to >= valid_from)
);

create index staff_grants_subject on identity.staff_grants (subject, valid_from);
create index staff_grants_agency on identity.staff_grants (agency) where agency is not null;

create table identity.staff_recovery_codes (
    subject text not null references identity.staff,
    hash    text not null,
    used_at timestamptz,
    primary key (subject, hash)
);

-- The province's own provider for staff: who logs in there is a member of staff here only when an administrator said so.
create table identity.staff_accounts_elsewhere (
    issuer   text        not null,
    sub      text        not null,
    subject  text        not null references identity.staff,
    given_by text        not null,
    given_at timestamptz not null,
    primary key (issuer, sub)
);
