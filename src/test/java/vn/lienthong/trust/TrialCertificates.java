package vn.lienthong.trust;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Keys and certificates that live for one test. */
public final class TrialCertificates {

    public static final String PASSWORD = "of-a-test";

    private TrialCertificates() {}

    /** A key, its certificate, and the certificate of who issued it, itself when nobody else. */
    public record Held(PrivateKey key, X509Certificate certificate, X509Certificate issuer) {

        public String thumbprint() {
            return Thumbprint.of(certificate);
        }

        public String pem() {
            return TrialCertificates.pem(certificate);
        }

        boolean isOwn() {
            return certificate.equals(issuer);
        }
    }

    /** Issued by itself, an authority too, from yesterday to tomorrow. */
    public static Held own(String subject) {
        return own(
                subject, Instant.now().minus(1, ChronoUnit.DAYS), Instant.now().plus(1, ChronoUnit.DAYS));
    }

    public static Held own(String subject, Instant from, Instant until) {
        return issued(subject, null, from, until);
    }

    /** Issued by this authority, from yesterday to tomorrow. */
    public static Held by(Held authority, String subject) {
        Instant now = Instant.now();
        return issued(subject, authority, now.minus(1, ChronoUnit.DAYS), now.plus(1, ChronoUnit.DAYS));
    }

    private static Held issued(String subject, @Nullable Held authority, Instant from, Instant until) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(256);
            KeyPair pair = keys.generateKeyPair();
            var name = X500Name.getInstance(new X500Principal(subject).getEncoded());
            var issuer = authority == null
                    ? name
                    : X500Name.getInstance(
                            authority.certificate().getSubjectX500Principal().getEncoded());
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(100, new SecureRandom()),
                    Date.from(from),
                    Date.from(until),
                    name,
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority == null));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
            PrivateKey signing = authority == null ? pair.getPrivate() : authority.key();
            var certificate = new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signing)));
            return new Held(pair.getPrivate(), certificate, authority == null ? certificate : authority.certificate());
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A PKCS #12 file for a server. */
    public static Path keystore(Held held) {
        try {
            Path file = passing("server", ".p12");
            try (OutputStream out = Files.newOutputStream(file)) {
                store(held).store(out, PASSWORD.toCharArray());
            }
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A PEM file of what authorities there are. */
    public static Path file(X509Certificate authority) {
        try {
            return Files.writeString(passing("authority", ".pem"), pem(authority));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path passing(String name, String ending) throws IOException {
        Path file = Files.createTempFile(name, ending);
        file.toFile().deleteOnExit();
        return file;
    }

    /** For somebody who trusts this server and shows this certificate, or none. */
    public static SSLContext caller(Held server, @Nullable Held shown) {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("server", server.certificate());
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(shown == null ? null : store(shown), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore store(Held held) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate[] chain = held.isOwn()
                    ? new Certificate[] {held.certificate()}
                    : new Certificate[] {held.certificate(), held.issuer()};
            store.setKeyEntry("own", held.key(), PASSWORD.toCharArray(), chain);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(X509Certificate certificate) {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(certificate);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
