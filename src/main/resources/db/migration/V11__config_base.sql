-- The proposal of the files a version stands on, as path and hash of each: a start puts only what the files changed since
-- upon what was imported meanwhile.
alter table hub.config_versions
    drop column files_hash,
    add column files_base jsonb;
