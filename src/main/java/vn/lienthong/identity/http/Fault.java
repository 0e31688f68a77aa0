package vn.lienthong.identity.http;

/** One thing that is wrong in what somebody asked: where, against which rule, and what would be right. */
public record Fault(String field, String rule, String remedy) {}
