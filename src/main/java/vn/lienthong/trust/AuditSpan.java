package vn.lienthong.trust;

/** Which entries belong to a span of time: from the first id to before the other, in the order of the chain. */
public record AuditSpan(long from, long before) {}
