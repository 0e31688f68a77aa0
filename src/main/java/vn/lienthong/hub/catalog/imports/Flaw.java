package vn.lienthong.hub.catalog.imports;

import vn.lienthong.hub.platform.reason.Reason;

/** What is wrong with one row; the reason names column and value. Row 1 is the header. */
record Flaw(int row, Reason reason) {}
