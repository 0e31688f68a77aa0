package vn.lienthong.identity.certificate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import vn.lienthong.infra.TlsDoorSettings;
import vn.lienthong.trust.AnyCertificate;

/** The port by TLS beside the plain one, where {@code LIENTHONG_IDENTITY_TLS_PORT} says so. */
@Component
class TlsDoor implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String PORT = "LIENTHONG_IDENTITY_TLS_PORT";

    private final Environment environment;

    TlsDoor(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        TlsDoorSettings.of(environment, PORT)
                .ifPresent(settings -> factory.addAdditionalConnectors(connector(settings)));
    }

    private Connector connector(TlsDoorSettings settings) {
        var connector = new Connector(Http11NioProtocol.class.getName());
        connector.setPort(settings.port());
        connector.setScheme("https");
        connector.setSecure(true);
        var protocol = (Http11NioProtocol) connector.getProtocolHandler();
        protocol.setSSLEnabled(true);
        bound(connector, protocol);
        protocol.addSslHostConfig(host(settings));
        String bind = environment.getProperty("server.address", "");
        if (!bind.isEmpty()) {
            protocol.setAddress(address(bind));
        }
        return connector;
    }

    /** As narrow as the plain port, whose settings Boot gives to that one alone. */
    private void bound(Connector connector, Http11NioProtocol protocol) {
        connector.setMaxPostSize(size("server.tomcat.max-http-form-post-size", "2MB"));
        protocol.setMaxSwallowSize(size("server.tomcat.max-swallow-size", "2MB"));
        protocol.setMaxHttpRequestHeaderSize(size("server.max-http-request-header-size", "8KB"));
    }

    private int size(String setting, String usual) {
        return (int) DataSize.parse(environment.getProperty(setting, usual)).toBytes();
    }

    private static SSLHostConfig host(TlsDoorSettings settings) {
        var host = new SSLHostConfig();
        host.setProtocols("TLSv1.2+TLSv1.3");
        host.setCertificateVerification("optional");
        host.setTrustManagerClassName(AnyCertificate.class.getName());
        var own = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        own.setCertificateKeystoreFile(settings.keystore());
        own.setCertificateKeystorePassword(settings.password());
        own.setCertificateKeystoreType("PKCS12");
        host.addCertificate(own);
        return host;
    }

    private static InetAddress address(String bind) {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
