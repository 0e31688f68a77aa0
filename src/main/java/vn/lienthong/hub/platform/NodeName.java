package vn.lienthong.hub.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** What this node is called in stamps and temporary folders. */
public record NodeName(String value) {

    /** The setting {@code lienthong.node}, or the host's name when it is left out. */
    static NodeName of(String setting) {
        String name = setting.isBlank() ? host() : setting;
        return new NodeName(name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-"));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "local";
        }
    }
}
