package vn.lienthong.hub.dossier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Facts as stable canonical JSON: equal facts have equal texts and hashes. */
final class FactsText {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ObjectReader READER = JSON.readerFor(DossierFacts.class);
    private static final ObjectWriter WRITER = JSON.writerFor(DossierFacts.class);

    private FactsText() {}

    static String write(DossierFacts facts) {
        return WRITER.writeValueAsString(facts);
    }

    static DossierFacts read(String text) {
        return READER.readValue(text);
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
