package vn.lienthong.hub.intake.rehearsal;

/** A place of the configuration that people can open. */
record Line(String file, int line) {}
