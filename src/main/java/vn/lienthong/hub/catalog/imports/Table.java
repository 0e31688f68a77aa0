package vn.lienthong.hub.catalog.imports;

import java.util.List;

/** What a CSV or XLSX file holds below its header. */
record Table(List<String> columns, List<Row> rows) {}
