-- Values of tokens are kept as keyed hashes from here on; those that lie here readable go. Sessions stay: a portal whose
-- refresh token is gone sends its browser here once, and gets another without anybody being asked.
delete from identity.oauth2_authorization;
