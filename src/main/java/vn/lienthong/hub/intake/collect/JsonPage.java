package vn.lienthong.hub.intake.collect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A list in JSON. Its things are cut out byte for byte: what the system wrote is what is kept. */
final class JsonPage implements Page {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final byte[] bytes;

    JsonPage(byte[] answer) throws CollectFailure {
        boolean marked = answer.length >= MARK.length && Arrays.equals(answer, 0, MARK.length, MARK, 0, MARK.length);
        this.bytes = marked ? Arrays.copyOfRange(answer, MARK.length, answer.length) : answer;
        for (int i = 0; i < Math.min(bytes.length, 4); i++) {
            if (bytes[i] == 0) {
                throw new CollectFailure("the answer is not UTF-8");
            }
        }
    }

    @Override
    public List<Item> items(String path, String id) throws CollectFailure {
        List<Item> items = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(bytes)) {
            if (!find(parser, path) || parser.currentToken() != JsonToken.START_ARRAY) {
                throw new CollectFailure("the answer has no list" + (path.isEmpty() ? "" : " at " + path));
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(item(parser, path, id));
            }
            readOn(parser);
        } catch (JacksonException broken) {
            throw new CollectFailure("the answer is not whole JSON");
        }
        return items;
    }

    @Override
    public String fact(String path) throws CollectFailure {
        try (JsonParser parser = JSON.createParser(bytes)) {
            return find(parser, path) && parser.currentToken().isScalarValue() ? parser.getString() : "";
        } catch (JacksonException broken) {
            throw new CollectFailure("the answer is not whole JSON");
        }
    }

    private Item item(JsonParser parser, String path, String id) throws CollectFailure {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new CollectFailure("a thing of the list is no object");
        }
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int to = (int) parser.currentLocation().getByteOffset();
        byte[] itself = Arrays.copyOfRange(bytes, from, to);
        return Item.of(id.isEmpty() ? "" : number(JSON.readTree(itself), id), itself, enveloped(itself, path));
    }

    private static String number(JsonNode thing, String path) {
        JsonNode node = thing;
        for (String name : path.split("\\.")) {
            node = node.path(name);
        }
        return node.isValueNode() ? node.asString("") : "";
    }

    private static byte[] enveloped(byte[] itself, String path) {
        if (path.isEmpty()) {
            return itself;
        }
        StringBuilder opened = new StringBuilder();
        for (String name : path.split("\\.")) {
            opened.append('{').append(JSON.writeValueAsString(name)).append(':');
        }
        var envelope = new ByteArrayOutputStream(itself.length + opened.length() * 2);
        envelope.writeBytes(opened.append('[').toString().getBytes(StandardCharsets.UTF_8));
        envelope.writeBytes(itself);
        envelope.writeBytes(("]" + "}".repeat(path.split("\\.").length)).getBytes(StandardCharsets.UTF_8));
        return envelope.toByteArray();
    }

    /** Stands on the value of a path afterwards. */
    private static boolean find(JsonParser parser, String path) {
        parser.nextToken();
        for (String name : path.isEmpty() ? new String[0] : path.split("\\.")) {
            if (parser.currentToken() != JsonToken.START_OBJECT || !enter(parser, name)) {
                return false;
            }
        }
        return parser.currentToken() != null;
    }

    private static boolean enter(JsonParser parser, String name) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            boolean found = name.equals(parser.currentName());
            parser.nextToken();
            if (found) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static void readOn(JsonParser parser) {
        while (parser.nextToken() != null) {
            // to its end: half an answer is none
        }
    }
}
