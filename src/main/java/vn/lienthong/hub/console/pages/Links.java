package vn.lienthong.hub.console.pages;

import java.util.Map;
import java.util.TreeMap;
import vn.lienthong.hub.console.api.Ask;

/** Addresses that keep the filters of the page they stand on. */
public final class Links {

    private final String path;
    private final Map<String, String> filters;

    Links(String path, Map<String, String> query) {
        this.path = path;
        this.filters = new TreeMap<>(query);
        filters.remove("done");
    }

    /** This page with one filter set so, such as the cursor of the next page; empty takes it away. */
    public String with(String name, String value) {
        return Ask.link(path, filters, Map.of(name, value));
    }

    /** Another address for what this page lists, from its beginning. */
    public String at(String other, String cursor) {
        return Ask.link(other, filters, Map.of(cursor, ""));
    }

    /** A page that says that what its form asked is done. */
    static String done(String page) {
        return page + (page.contains("?") ? "&" : "?") + "done=1";
    }
}
