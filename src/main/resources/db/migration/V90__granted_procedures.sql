-- What the token of the push was limited to, so that a replay is limited too.
alter table hub.submissions add column procedures text;
