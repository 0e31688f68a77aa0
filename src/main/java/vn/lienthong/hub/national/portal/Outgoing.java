package vn.lienthong.hub.national.portal;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.MediaType;

/**
 * One call as it leaves.
 *
 * @param body read when it leaves: a file is not held in memory before
 * @param kept what the journal keeps of it: the body, or what stands for a file that is kept elsewhere
 */
public record Outgoing(
        String path, Map<String, String> headers, MediaType type, Supplier<byte[]> body, Supplier<byte[]> kept) {

    public static Outgoing json(String path, Map<String, String> headers, byte[] body) {
        return new Outgoing(path, headers, MediaType.APPLICATION_JSON, () -> body, () -> body);
    }
}
