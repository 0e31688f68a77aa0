package vn.lienthong.hub.catalog.imports;

/**
 * A file to import.
 *
 * @param name told in the audit, and as the source of what does not name its own
 */
record Upload(Kind kind, Format format, String name, byte[] body) {

    /** What the file speaks of. */
    enum Kind {
        /** Versions of procedures. */
        PROCEDURES,
        /** Versions of agencies and their codes. */
        AGENCIES,
        /** What becomes of agencies on a day; YAML only. */
        REORGANISATION
    }

    /** How it is written. */
    enum Format {
        /** A table, with comma or semicolon. */
        CSV,
        /** The first sheet of a workbook. */
        XLSX,
        /** Entries in the form of the province's own files. */
        YAML
    }
}
