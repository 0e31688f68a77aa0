package vn.lienthong.hub.quality.lists;

import java.util.Optional;

/** The three forms in which a list may come. */
public enum ListFormat {
    /** Comma, semicolon or tab; UTF-8, or UTF-16 with its mark. */
    CSV("text/csv"),
    /** The first sheet of a workbook. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** A JSON object a line. */
    NDJSON("application/x-ndjson");

    private final String mediaType;

    ListFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Empty for a media type in which no list comes. */
    public static Optional<ListFormat> of(String mediaType) {
        for (ListFormat format : values()) {
            if (format.mediaType.equalsIgnoreCase(mediaType)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
