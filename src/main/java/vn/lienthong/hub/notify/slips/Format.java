package vn.lienthong.hub.notify.slips;

import org.springframework.http.MediaType;

/** How a form is handed out. */
enum Format {
    PDF(MediaType.APPLICATION_PDF),
    HTML(MediaType.parseMediaType("text/html;charset=UTF-8"));

    private final MediaType type;

    Format(MediaType type) {
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    /** PDF unless HTML is asked for by name. */
    static Format of(String asked) {
        return asked.equalsIgnoreCase("html") ? HTML : PDF;
    }
}
