package vn.lienthong.hub.national.portal;

/** A door of the national portal that is in use: how it is spoken to, through what, and what it asks for. */
public record Door(String name, Dialect dialect, Portal portal, Access access) {}
