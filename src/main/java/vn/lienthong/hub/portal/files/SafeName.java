package vn.lienthong.hub.portal.files;

import java.text.Normalizer;

/** What a file is called where it is saved: the sender's name without what could lead out of a folder or a header. */
final class SafeName {

    private static final int LONGEST = 120;
    private static final String NAMELESS = "tep-dinh-kem";

    private SafeName() {}

    /** Of a long one the end stays, which tells the kind. */
    static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\"*/:<>?\\\\|]+", "-")
                .replaceAll("^[.\\s-]+|[.\\s]+$", "");
        int cut = plain.offsetByCodePoints(plain.length(), -Math.min(LONGEST, plain.codePointCount(0, plain.length())));
        return plain.isEmpty() ? NAMELESS : plain.substring(cut);
    }
}
