package vn.lienthong.hub.access.files;

import java.net.URI;
import java.util.regex.Pattern;

/** Addresses that others can open from outside. */
public final class PublicAddress {

    /** Loopback, link-local and the private ranges of RFC 1918; names without a dot live on a LAN. */
    private static final Pattern INSIDE = Pattern.compile(
            "localhost|127\\..*|10\\..*|192\\.168\\..*|169\\.254\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|\\[.*|[^.]*");

    private PublicAddress() {}

    /** Whether it is https and its host is none of our own network. */
    public static boolean is(String address) {
        if (!address.startsWith("https://")) {
            return false;
        }
        try {
            String host = URI.create(address).getHost();
            return host != null && !INSIDE.matcher(host).matches();
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }
}
