package vn.lienthong.hub.quality.lists;

import java.util.Map;

/** A line of a list under the titles of its columns; without cells when the line is none. */
record Line(long number, Map<String, String> cells) {}
