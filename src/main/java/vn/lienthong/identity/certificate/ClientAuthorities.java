package vn.lienthong.identity.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Who may issue certificates that are known by their subject: the PEM file {@code LIENTHONG_TLS_CLIENT_CA}, or nobody. */
@Component
class ClientAuthorities {

    private static final String FILE = "LIENTHONG_TLS_CLIENT_CA";

    private final Set<X509Certificate> authorities;

    ClientAuthorities(Environment environment) {
        String file = environment.getProperty(FILE, "").strip();
        this.authorities = file.isEmpty() ? Set.of() : read(Path.of(file));
    }

    /** Whether one of them issued it, directly or through the authorities that come with it. */
    boolean issued(X509Certificate[] chain, Instant at) {
        if (authorities.isEmpty()) {
            return false;
        }
        try {
            List<X509Certificate> path = Arrays.stream(chain)
                    .filter(certificate -> !authorities.contains(certificate))
                    .toList();
            Set<TrustAnchor> anchors = authorities.stream()
                    .map(authority -> new TrustAnchor(authority, null))
                    .collect(Collectors.toSet());
            var how = new PKIXParameters(anchors);
            how.setRevocationEnabled(false);
            how.setDate(Date.from(at));
            var factory = CertificateFactory.getInstance("X.509");
            CertPathValidator.getInstance("PKIX").validate(factory.generateCertPath(path), how);
            return !path.isEmpty();
        } catch (GeneralSecurityException untrusted) {
            return false;
        }
    }

    private static Set<X509Certificate> read(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(FILE + " holds no certificates in PEM: " + file, e);
        }
    }
}
