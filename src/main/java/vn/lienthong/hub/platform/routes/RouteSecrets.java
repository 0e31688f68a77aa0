package vn.lienthong.hub.platform.routes;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A secret has no place in a route; one that got there all the same is not shown around. */
final class RouteSecrets {

    private static final String NAME = "(?:password|secret|token|key)\\w*";
    private static final Pattern NAMED = Pattern.compile(NAME, Pattern.CASE_INSENSITIVE);
    private static final Pattern SECRET = Pattern.compile(
            "(" + NAME + "[\"']?\\s*[=:]\\s*)(?![\"']?\\{\\{)"
                    + "(?:\"(?:\\\\.|[^\"\\\\])*\"|'(?:''|[^'])*'|[^&\\s\"',}]+)",
            Pattern.CASE_INSENSITIVE);
    private static final String HIDDEN = "…";

    private RouteSecrets() {}

    /** What follows a name that speaks of a secret is left out, in quotes or not; a placeholder stays. */
    static String hide(String text) {
        return SECRET.matcher(text).replaceAll("$1" + HIDDEN);
    }

    /** By name, with the same left out of their values. */
    static Map<String, String> hide(Map<String, String> parameters) {
        Map<String, String> shown = new TreeMap<>();
        parameters.forEach((name, value) ->
                shown.put(name, NAMED.matcher(name).find() && !value.startsWith("{{") ? HIDDEN : hide(value)));
        return shown;
    }
}
