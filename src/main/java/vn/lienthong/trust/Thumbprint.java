package vn.lienthong.trust;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a certificate is known by: SHA-256 over it, 64 hex digits, as {@code openssl x509 -fingerprint -sha256} prints it
 * without colons.
 */
public final class Thumbprint {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST = 16 * 1024;

    private Thumbprint() {}

    public static String of(X509Certificate certificate) {
        return HexFormat.of().formatHex(digest(certificate));
    }

    /** The same bytes as RFC 8705 writes them in a token ({@code x5t#S256}). */
    public static String inTokens(X509Certificate certificate) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(certificate));
    }

    /** As people write it, with colons or without; empty when it is none. */
    public static Optional<String> parse(String text) {
        String plain = text.strip().replace(":", "").toLowerCase(Locale.ROOT);
        return HEX.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }

    /** The first certificate of a text in PEM; empty when there is none. */
    public static Optional<X509Certificate> read(String pem) {
        if (pem.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
            return Optional.of(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(bytes));
        } catch (CertificateException unreadable) {
            return Optional.empty();
        }
    }

    private static byte[] digest(X509Certificate certificate) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
