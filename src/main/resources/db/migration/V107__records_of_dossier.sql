-- Records that name a dossier and did not reach it are found by its code.
create index records_code on hub.records (code, accepted_at) where state <> 'REGISTERED';
