package vn.lienthong.hub.intake.decode;

/** Names of what can be wrong with bytes; their sentences are in {@code messages/reasons_*.properties}. */
final class Rules {

    static final String WRONG_CHARSET = "wrong-charset";
    static final String NUL_BYTE = "nul-byte";
    static final String MALFORMED_JSON = "malformed-json";
    static final String MALFORMED_XML = "malformed-xml";
    static final String MALFORMED_CSV = "malformed-csv";
    static final String DUPLICATE_KEY = "duplicate-key";
    static final String TOO_DEEP = "too-deep";
    static final String TOO_LONG = "too-long";
    static final String TOO_MANY_RECORDS = "too-many-records";
    static final String NO_RECORDS = "no-records";
    static final String XML_WITH_DTD = "xml-with-dtd";
    static final String MISSING_COLUMN = "missing-column";
    static final String CELLS_UNLIKE_HEADER = "cells-unlike-header";
    static final String INVALID_BASE64 = "invalid-base64";
    static final String NESTED_NOT_DECODABLE = "nested-not-decodable";
    static final String WRONG_NAMESPACE = "wrong-namespace";
    static final String MALFORMED_SPREADSHEET = "malformed-spreadsheet";
    static final String OLD_WORKBOOK = "old-workbook";
    static final String UNPACKED_TOO_LARGE = "unpacked-too-large";
    static final String ATTACHMENT_MISSING = "attachment-missing";

    private Rules() {}
}
