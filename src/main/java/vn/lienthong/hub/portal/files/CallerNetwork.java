package vn.lienthong.hub.portal.files;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, without the part that tells one machine from its neighbours. */
final class CallerNetwork {

    private static final int BYTES_OF_4 = 3;
    private static final int BYTES_OF_6 = 6;

    private CallerNetwork() {}

    static String of(@Nullable InetSocketAddress caller) {
        InetAddress address = caller == null ? null : caller.getAddress();
        if (address == null) {
            return "unknown";
        }
        byte[] bytes = address.getAddress();
        for (int i = address instanceof Inet6Address ? BYTES_OF_6 : BYTES_OF_4; i < bytes.length; i++) {
            bytes[i] = 0;
        }
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
