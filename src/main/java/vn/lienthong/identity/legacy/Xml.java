package vn.lienthong.identity.legacy;

/** Text that may stand between tags of XML 1.0, whatever somebody's name holds. */
final class Xml {

    private Xml() {}

    static String text(String value) {
        return value.replaceAll("[^\\x{9}\\x{A}\\x{D}\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
