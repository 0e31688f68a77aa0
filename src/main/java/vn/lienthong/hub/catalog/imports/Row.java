package vn.lienthong.hub.catalog.imports;

import java.util.Map;

/** A row of a table by the names of its columns; an empty cell is left out. */
record Row(int number, Map<String, String> cells) {}
