package vn.lienthong.hub.intake.files;

import java.util.Map;
import vn.lienthong.hub.platform.reason.Reason;

/** What is wrong with a file: the rule it breaks, and words for the sentence. */
record Flaw(String rule, Map<String, String> params) {

    static final String EMPTY = "attachment-empty";
    static final String TOO_LARGE = "attachment-too-large";
    static final String TOGETHER_TOO_LARGE = "attachments-too-large";
    static final String OTHER_HASH = "attachment-hash-differs";
    static final String OTHER_SIZE = "attachment-size-differs";
    static final String EXECUTABLE = "attachment-executable";
    static final String TYPE_NOT_TAKEN = "attachment-type-not-allowed";
    static final String UNLIKE_NAME = "attachment-unlike-name";
    static final String TRUNCATED = "attachment-truncated";
    static final String ENCRYPTED = "attachment-encrypted";
    static final String UNREADABLE = "attachment-unreadable";
    static final String UNPACKS_TOO_LARGE = "attachment-unpacks-too-large";

    static final String INFECTED = "attachment-infected";

    static Flaw of(String rule) {
        return new Flaw(rule, Map.of());
    }

    static Flaw of(String rule, String name, String param) {
        return new Flaw(rule, Map.of(name, param));
    }

    Reason at(String field) {
        return new Reason(rule, field, null, params);
    }
}
