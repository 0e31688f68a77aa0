package vn.lienthong.trust;

import java.net.Socket;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets every client finish the handshake, which proves that it has the key of the certificate it shows; whether that
 * certificate opens anything is judged afterwards, by what is registered. Never for calls that we make.
 */
public final class AnyCertificate extends X509ExtendedTrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {
        // judged afterwards
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {
        // judged afterwards
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {
        // judged afterwards
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {
        throw new UnsupportedOperationException("Only for clients that call us");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) {
        throw new UnsupportedOperationException("Only for clients that call us");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {
        throw new UnsupportedOperationException("Only for clients that call us");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
