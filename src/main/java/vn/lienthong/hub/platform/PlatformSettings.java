package vn.lienthong.hub.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** This node's name in stamps and temporary folders; the host's name when left out. */
@ConfigurationProperties("lienthong")
record PlatformSettings(@DefaultValue("") String node) {

    String nodeName() {
        String name = node.isBlank() ? host() : node;
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "-");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "local";
        }
    }
}
