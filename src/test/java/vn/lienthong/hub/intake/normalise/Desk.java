package vn.lienthong.hub.intake.normalise;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.catalog.CatalogFixture;
import vn.lienthong.hub.catalog.SenderSettings;
import vn.lienthong.hub.intake.decode.Body;
import vn.lienthong.hub.intake.decode.Decoded;
import vn.lienthong.hub.intake.decode.Decoders;
import vn.lienthong.hub.intake.decode.RefusedException;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.content.ContentRef;

/** Reads a sender's pushes by the repository's own configuration, with no context and no store. */
record Desk(String format, Mapping mapping) {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final ConfigBundle CONFIG = PlatformFixture.projectConfig().current();
    private static final SenderSettings SETTINGS = CatalogFixture.senderSettings("son-la");
    private static final Decoders DECODERS = new Decoders(Desk::hash);
    private static final MappingReader READER = new MappingReader(new CanonicalSchema());
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    static Desk of(String sender) {
        JsonNode settings = SETTINGS.of(CONFIG, sender);
        return new Desk(settings.path("format").asString(), READER.read(sender, settings));
    }

    static Desk with(String format, String mapping) {
        return new Desk(format, READER.read("a test's mapping", mapping));
    }

    static List<String> senders() {
        return SETTINGS.ids(CONFIG).stream()
                .filter(id -> CONFIG.find("departments/" + id + ".yaml").isPresent())
                .toList();
    }

    /** The file with the words that the sender shares with others, or its own. */
    static String format(String sender) {
        return SETTINGS.of(CONFIG, sender).path("mapping").asString("departments/" + sender + ".yaml");
    }

    Decoded decode(byte[] push) {
        return DECODERS.decode(format, Body.of(push), null, mapping.decode());
    }

    Normalised normalise(JsonNode record) {
        return Normaliser.normalise(mapping, record, TODAY);
    }

    /** The one record of a push, as it is normalised with the failures of expressions caught. */
    Normalised said(String push) {
        try (Decoded records = decode(push.getBytes(StandardCharsets.UTF_8))) {
            return Normaliser.normalise(mapping, records.next(), TODAY);
        }
    }

    String status(String push) {
        return said(push) instanceof Normalised.Observed observed && observed.status() != null
                ? observed.status().status().name()
                : "none";
    }

    StatusTable statuses() {
        return Objects.requireNonNull(mapping.statusClaims()).table();
    }

    List<Normalised> normalise(byte[] push) {
        List<Normalised> all = new ArrayList<>();
        try (Decoded records = decode(push)) {
            records.forEachRemaining(record -> all.add(normalise(record)));
        }
        return all;
    }

    /** All that a push says, as the golden files write it. */
    String told(byte[] push) {
        try {
            return JSON.writeValueAsString(
                            normalise(push).stream().map(Desk::told).toList()) + "\n";
        } catch (RefusedException undecodable) {
            return JSON.writeValueAsString(Map.of("undecodable", undecodable.reasons())) + "\n";
        }
    }

    private static Map<String, @Nullable Object> told(Normalised said) {
        String name = said.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return Map.of(name, said);
    }

    private static ContentRef hash(InputStream content) {
        try {
            byte[] bytes = content.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new ContentRef(HexFormat.of().formatHex(hash), bytes.length);
        } catch (IOException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
