package vn.lienthong.hub.intake.decode;

import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.platform.reason.Reason;

/**
 * JSON: an object is one record or an envelope of several, an array is up to 10,000, read one by one after a first pass
 * has seen it is whole.
 */
final class JsonDecoder implements Decoder {

    static final int MOST_RECORDS = 10_000;

    private final Refinement refinement;
    private final JsonMapper plain = JsonTrees.mapper(DecodeSettings.NONE.longestText());
    private final JsonMapper withAttachments = JsonTrees.mapper(DecodeSettings.LONGEST_BASE64);

    JsonDecoder(Refinement refinement) {
        this.refinement = refinement;
    }

    @Override
    public String malformed() {
        return Rules.MALFORMED_JSON;
    }

    @Override
    public Decoded decode(Body body, @Nullable String contentType, DecodeSettings settings) throws IOException {
        JsonMapper mapper = settings.attachments().isEmpty() ? plain : withAttachments;
        try (Reader text = StrictUtf8.reader(body, contentType);
                JsonParser parser = mapper.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return new Decoded(List.<JsonNode>of().iterator(), () -> {});
            }
            if (first != JsonToken.START_ARRAY) {
                return refinement.records(whole(mapper, parser), settings);
            }
            count(parser);
        }
        return stream(mapper, StrictUtf8.reader(body, contentType), settings);
    }

    private Decoded stream(JsonMapper mapper, Reader text, DecodeSettings settings) {
        JsonParser parser = mapper.createParser(text);
        parser.nextToken();
        // elements are read only from a parser that stands before the first of them
        parser.clearCurrentToken();
        MappingIterator<JsonNode> elements = mapper.readerFor(JsonNode.class).readValues(parser);
        Iterator<JsonNode> refined = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return elements.hasNextValue();
            }

            @Override
            public JsonNode next() {
                return element(elements, settings);
            }
        };
        return new Decoded(refined, parser);
    }

    private JsonNode element(MappingIterator<JsonNode> elements, DecodeSettings settings) {
        try {
            return refinement.refine(elements.nextValue(), settings);
        } catch (NumberFormatException endless) {
            return Marks.undecodable(List.of(Reason.of(Rules.TOO_LONG)));
        }
    }

    /** A number may be short and yet have more digits than anybody can hold: {@code 1e9999999999}. */
    private static JsonNode whole(JsonMapper mapper, JsonParser parser) throws Fault {
        try {
            return mapper.readerFor(JsonNode.class).readValue(parser);
        } catch (NumberFormatException endless) {
            throw Fault.of(Rules.TOO_LONG);
        }
    }

    private static void count(JsonParser parser) throws IOException {
        int records = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (++records > MOST_RECORDS) {
                throw new Fault(Reason.of(Rules.TOO_MANY_RECORDS).with("max", Integer.toString(MOST_RECORDS)));
            }
            parser.skipChildren();
        }
        if (parser.nextToken() != null) {
            throw Fault.of(Rules.MALFORMED_JSON);
        }
    }
}
