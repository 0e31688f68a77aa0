-- The last calls are found without reading the month: a few bytes per hundred pages, kept while rows are added in time.
create index calls_by_time on hub.calls using brin (started_at) with (pages_per_range = 32);

-- Where each reader of the change feed stood when it last came.
create table hub.feed_reads (
    reader  text        primary key,
    at      timestamptz not null,
    next    text        not null,
    changes int         not null
);
