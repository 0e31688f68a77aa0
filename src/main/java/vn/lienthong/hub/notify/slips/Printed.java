package vn.lienthong.hub.notify.slips;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.ResponseEntity;

/** A form on paper. */
record Printed(Form form, Format format, byte[] bytes) {

    private static final String OWN_CONTENT_ONLY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    /** Personal: kept by no cache, and a page that can do nothing but be read. */
    ResponseEntity<byte[]> answer() {
        ContentDisposition name = ContentDisposition.inline()
                .filename("mau-" + form.number() + (format == Format.PDF ? ".pdf" : ".html"))
                .build();
        return ResponseEntity.ok()
                .contentType(format.type())
                .cacheControl(CacheControl.noStore())
                .header("Content-Disposition", name.toString())
                .header("Content-Security-Policy", OWN_CONTENT_ONLY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(bytes);
    }
}
