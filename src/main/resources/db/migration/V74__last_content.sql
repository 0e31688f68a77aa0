-- What a file server or mailbox brought last, and how often that changed: the same bytes are one submission until it brings
-- others, and another one when it comes back to them.
alter table hub.collect_rounds add column last_content text;
alter table hub.collect_rounds add column contents int not null default 0;
