-- A route that is only drained takes messages again by itself; under whose role it was ordered goes into the audit then.
alter table hub.suspended_routes
    add column until   timestamptz,
    add column by_role text not null default 'OPERATOR';
