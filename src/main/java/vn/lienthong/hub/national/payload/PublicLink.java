package vn.lienthong.hub.national.payload;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A download link the portal can open from outside; anything else is worth nothing to it. */
final class PublicLink {

    /** Loopback, link-local and the private ranges of RFC 1918; names without a dot live on a LAN. */
    private static final Pattern INSIDE = Pattern.compile(
            "localhost|127\\..*|10\\..*|192\\.168\\..*|169\\.254\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|\\[.*|[^.]*");

    private PublicLink() {}

    static String of(@Nullable String link) {
        if (link == null || !link.startsWith("https://")) {
            return "";
        }
        try {
            var host = URI.create(link).getHost();
            return host == null || INSIDE.matcher(host).matches() ? "" : link;
        } catch (IllegalArgumentException notALink) {
            return "";
        }
    }
}
