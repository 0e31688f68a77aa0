-- What people say of a dossier on the telephone is the end of its code. Codes never change, so that only a new dossier pays.
create index dossiers_code_end on hub.dossiers (reverse(code) text_pattern_ops);
