package vn.lienthong.hub.console.pages;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.console.api.Ask;
import vn.lienthong.hub.console.session.Visit;

/** For one reader, what each issue waits for and where that is done. */
public final class NextSteps {

    private static final String ISSUES = "/console/issues";

    private final Visit reader;

    NextSteps(Visit reader) {
        this.reader = reader;
    }

    public NextStep of(Map<?, ?> issue) {
        return NextStep.of(issue, reader);
    }

    /** Where its step is done: the proposal, for whoever may see it, else the issue itself. */
    public String link(Map<?, ?> issue) {
        String one = page(issue);
        return switch (of(issue)) {
            case READ_AGAIN -> one + "#issue-replay";
            case DECIDE, APPROVAL ->
                issue.get("mending") instanceof Map<?, ?> mending && !reader.ofDepartment()
                        ? Ask.link("/console/meanings/one", Map.of(), Map.of("id", text(mending.get("proposal"))))
                        : one;
            default -> one;
        };
    }

    static String page(Map<?, ?> issue) {
        return Ask.link(ISSUES + "/one", Map.of(), Map.of("key", text(issue.get("key"))));
    }

    /** The issues of one department that fail in one way. */
    static String list(String neighbour, String kind) {
        return Ask.link(ISSUES, Map.of(), Map.of("neighbour", neighbour, "kind", kind));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
