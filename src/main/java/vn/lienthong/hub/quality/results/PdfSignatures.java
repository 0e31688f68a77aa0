package vn.lienthong.hub.quality.results;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.Findings.Finding;

/** Reads a result as the PDF it should be and checks each signature in it: the bytes, the certificate, who issued it. */
@Component
class PdfSignatures {

    private static final String INVALID = "result-signature-invalid";

    private final Trust trust;

    PdfSignatures(Trust trust) {
        this.trust = trust;
    }

    List<Finding> check(String file, byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() == 0) {
                return List.of(new Finding(file, "result-unreadable", "no page"));
            }
            List<PDSignature> signatures = document.getSignatureDictionaries();
            if (signatures.isEmpty()) {
                return List.of(new Finding(file, "result-unsigned", ""));
            }
            List<Finding> findings = new ArrayList<>();
            signatures.forEach(signature -> check(file, signature, bytes, findings));
            if (signatures.stream().noneMatch(signature -> coversAll(signature, bytes))) {
                findings.add(new Finding(file, "result-changed-after-signing", ""));
            }
            return findings;
        } catch (InvalidPasswordException locked) {
            return List.of(new Finding(file, "result-unreadable", "it has a password"));
        } catch (IOException | RuntimeException damaged) {
            return List.of(new Finding(file, "result-unreadable", "no PDF"));
        }
    }

    private void check(String file, PDSignature signature, byte[] bytes, List<Finding> findings) {
        try {
            CMSSignedData signed = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(bytes)), signature.getContents(bytes));
            for (SignerInformation signer : signed.getSignerInfos()) {
                check(file, signature, signed, signer, findings);
            }
        } catch (CMSException | IOException | RuntimeException unreadable) {
            findings.add(new Finding(file, INVALID, "it cannot be read"));
        }
    }

    private void check(
            String file,
            PDSignature signature,
            CMSSignedData signed,
            SignerInformation signer,
            List<Finding> findings) {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> own = signed.getCertificates().getMatches(signer.getSID());
        if (own.isEmpty()) {
            findings.add(new Finding(file, INVALID, "without its certificate"));
            return;
        }
        try {
            X509Certificate certificate = new JcaX509CertificateConverter()
                    .getCertificate(own.iterator().next());
            if (!signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()))) {
                findings.add(new Finding(file, INVALID, "it is not of these bytes"));
            }
            validThen(file, signature, certificate, findings);
            if (!trust.trusts(certificate, signed)) {
                findings.add(new Finding(file, "result-certificate-untrusted", issuer(certificate)));
            }
        } catch (CMSException | OperatorCreationException | CertificateException | RuntimeException wrong) {
            findings.add(new Finding(file, INVALID, "it is not of these bytes"));
        }
    }

    /** By the time the signer says; without one nobody can tell. */
    private static void validThen(
            String file, PDSignature signature, X509Certificate certificate, List<Finding> findings) {
        if (signature.getSignDate() == null) {
            findings.add(new Finding(file, "result-signature-undated", ""));
            return;
        }
        Instant then = signature.getSignDate().toInstant();
        if (then.isBefore(certificate.getNotBefore().toInstant())
                || then.isAfter(certificate.getNotAfter().toInstant())) {
            findings.add(new Finding(file, "result-certificate-expired", issuer(certificate)));
        }
    }

    private static String issuer(X509Certificate certificate) {
        return "issued by " + certificate.getIssuerX500Principal().getName();
    }

    private static boolean coversAll(PDSignature signature, byte[] bytes) {
        int[] range = signature.getByteRange();
        return range != null && range.length == 4 && range[0] == 0 && range[2] + range[3] >= bytes.length - 2;
    }
}
