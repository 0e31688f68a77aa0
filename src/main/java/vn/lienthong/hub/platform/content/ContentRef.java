package vn.lienthong.hub.platform.content;

/** Names a kept content by the SHA-256 (hex) of its plain bytes. */
public record ContentRef(String sha256, long size) {}
