package vn.lienthong.identity.client;

import java.util.List;
import javax.security.auth.x500.X500Principal;
import vn.lienthong.identity.client.ClientTerms.Certificate;
import vn.lienthong.identity.http.Fault;
import vn.lienthong.trust.Thumbprint;

/** What the certificates in terms must fulfil. */
final class CertificateRules {

    private CertificateRules() {}

    static void check(ClientTerms terms, List<Fault> faults) {
        if (!terms.certificates().isEmpty() && !terms.kind().hasSecret()) {
            faults.add(new Fault("certificates", "not-for-public", "only a server keeps the key of a certificate"));
        }
        if (terms.certificates().isEmpty() && Boolean.TRUE.equals(terms.certificatesOnly())) {
            faults.add(new Fault("certificatesOnly", "no-certificate", "name a certificate, or leave this out"));
        }
        terms.certificates().forEach(certificate -> check(certificate, faults));
    }

    private static void check(Certificate certificate, List<Fault> faults) {
        if ((certificate.thumbprint() == null) == (certificate.subject() == null)) {
            faults.add(new Fault("certificates", "thumbprint-or-subject", "give one of thumbprint and subject"));
        }
        if (certificate.thumbprint() != null
                && Thumbprint.parse(certificate.thumbprint()).isEmpty()) {
            faults.add(new Fault(
                    "certificates.thumbprint", "sha-256", "64 hex digits: openssl x509 -fingerprint -sha256"));
        }
        if (certificate.subject() != null && !readable(certificate.subject())) {
            faults.add(new Fault("certificates.subject", "distinguished-name", "as in CN=land,O=Sở Mẫu,C=VN"));
        }
        if (certificate.from() != null
                && certificate.until() != null
                && !certificate.from().isBefore(certificate.until())) {
            faults.add(new Fault("certificates.until", "before-from", "an end after the beginning"));
        }
    }

    private static boolean readable(String subject) {
        try {
            return !new X500Principal(subject).getName().isEmpty();
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
