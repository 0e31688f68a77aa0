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
        protocol.addSslHostConfig(host(settings));
        String bind = environment.getProperty("server.address", "");
        if (!bind.isEmpty()) {
            protocol.setAddress(address(bind));
        }
        return connector;
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
