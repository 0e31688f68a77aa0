package vn.lienthong.hub.quality.results;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSSignedData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The authorities whose certificates are trusted, from a folder; without one nobody is asked who issued a certificate. */
@Component
class Trust {

    private static final Logger log = LoggerFactory.getLogger(Trust.class);

    private final Set<TrustAnchor> anchors;

    Trust(ResultSettings settings) {
        this.anchors =
                settings.trust() == null || settings.trust().isBlank() ? Set.of() : read(Path.of(settings.trust()));
    }

    /** Whether a chain leads to an authority of the folder, as of the day the certificate began. */
    boolean trusts(X509Certificate certificate, CMSSignedData signed) {
        if (anchors.isEmpty()) {
            return true;
        }
        try {
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(certificate);
            PKIXBuilderParameters asked = new PKIXBuilderParameters(anchors, target);
            asked.setRevocationEnabled(false);
            asked.setDate(new Date(certificate.getNotBefore().getTime() + 1_000));
            asked.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all(signed))));
            CertPathBuilder.getInstance("PKIX").build(asked);
            return true;
        } catch (GeneralSecurityException noChain) {
            return false;
        }
    }

    private static List<X509Certificate> all(CMSSignedData signed) throws GeneralSecurityException {
        List<X509Certificate> all = new ArrayList<>();
        JcaX509CertificateConverter converter = new JcaX509CertificateConverter();
        for (X509CertificateHolder holder : signed.getCertificates().getMatches(null)) {
            all.add(converter.getCertificate(holder));
        }
        return all;
    }

    private static Set<TrustAnchor> read(Path folder) {
        Set<TrustAnchor> anchors = new HashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    factory.generateCertificates(in)
                            .forEach(read -> anchors.add(new TrustAnchor((X509Certificate) read, null)));
                }
            }
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException("lienthong.results.trust cannot be read: " + folder, unreadable);
        }
        if (anchors.isEmpty()) {
            throw new IllegalStateException("lienthong.results.trust holds no certificate: " + folder);
        }
        log.info("{} authorities are trusted for signatures of results", anchors.size());
        return anchors;
    }
}
