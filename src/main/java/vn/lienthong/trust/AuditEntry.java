package vn.lienthong.trust;

import java.time.Instant;

/** One act, details as the exact JSON text that is hashed. */
record AuditEntry(Instant at, String actor, String role, String action, String object, String details) {}
