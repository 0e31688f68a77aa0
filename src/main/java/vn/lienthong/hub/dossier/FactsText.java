package vn.lienthong.hub.dossier;

import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.content.Sha256;

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
        return Sha256.hex(text);
    }
}
