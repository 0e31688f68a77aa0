package vn.lienthong.hub.intake.normalise;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The published form of the canonical dossier, {@code schemas/dossier-1.json}, checked before anything is registered. */
final class CanonicalSchema {

    static final String PATH = "/schemas/dossier-1.json";

    private final Schema schema;

    CanonicalSchema() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        try (InputStream file = Objects.requireNonNull(CanonicalSchema.class.getResourceAsStream(PATH), PATH)) {
            this.schema = registry.getSchema(file, InputFormat.JSON);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Where the facts break the schema; a violation is a mistake of ours, never of the sender. */
    List<String> violations(JsonNode facts) {
        return schema.validate(OlderJackson.tree(facts)).stream()
                .map(Error::getInstanceLocation)
                .map(Object::toString)
                .distinct()
                .toList();
    }
}
