package vn.lienthong.hub.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import vn.lienthong.hub.HubClient;

/** A form of several parts, as a browser or curl sends it. */
record Form(byte[] body) {

    private static final String BOUNDARY = "----between-the-parts";

    static Form with(String first, byte[] one, String second, String other) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        part(bytes, first, one);
        part(bytes, second, other.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return new Form(bytes.toByteArray());
    }

    HubClient.Answer to(HubClient caller, String path) {
        return caller.posts(path, body, "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static void part(ByteArrayOutputStream bytes, String name, byte[] content) {
        String head = "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                .formatted(BOUNDARY, name, name);
        bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(content);
        bytes.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
