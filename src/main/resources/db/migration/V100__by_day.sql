-- What came today is counted without reading the month: a few bytes per hundred pages, kept while rows are added in time.
create index submissions_by_time on hub.submissions using brin (accepted_at) with (pages_per_range = 32);
create index records_by_time on hub.records using brin (accepted_at) with (pages_per_range = 32);
create index attempts_by_time on hub.attempts using brin (started_at) with (pages_per_range = 32);
