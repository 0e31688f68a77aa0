-- The generation of the tracking views in Redis; one row, see ViewEpoch.
create table hub.view_epoch (
    only_row boolean primary key default true check (only_row),
    epoch bigint not null
);
insert into hub.view_epoch (epoch) values (1);
