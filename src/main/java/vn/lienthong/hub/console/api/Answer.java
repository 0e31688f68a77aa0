package vn.lienthong.hub.console.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the API said.
 *
 * @param status of HTTP; 0 when nothing answered
 * @param body the JSON as maps and lists; a text as it is; null for none
 */
public record Answer(int status, @Nullable Object body) {

    static final Answer NONE = new Answer(0, null);

    /** Of what was not asked, because the API has it not for this person. */
    public static final Answer FORBIDDEN = new Answer(403, null);

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The member of an object, null when there is none. */
    public @Nullable Object at(String member) {
        return body instanceof Map<?, ?> object ? object.get(member) : null;
    }

    /** The members of a list, none when it is no list. */
    public List<?> list(String member) {
        return at(member) instanceof List<?> list ? list : List.of();
    }

    public String text(String member) {
        Object value = at(member);
        return value == null ? "" : value.toString();
    }
}
