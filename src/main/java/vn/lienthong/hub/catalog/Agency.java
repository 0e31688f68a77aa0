package vn.lienthong.hub.catalog;

/** An office as it is on one day: its stable id, and the code and name it bears then. */
public record Agency(String id, String code, String name) {}
