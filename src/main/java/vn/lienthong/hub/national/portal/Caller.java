package vn.lienthong.hub.national.portal;

/** As whom the hub calls: agency code in every body, routing code in every header, account of the adapter. */
public record Caller(String madonvi, String dstcode, String username) {}
