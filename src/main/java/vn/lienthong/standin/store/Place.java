package vn.lienthong.standin.store;

/** Where a record stands in the log: the state in memory holds places, so that it stays small. */
public record Place(long offset, int length) {}
