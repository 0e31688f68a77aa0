package vn.lienthong.hub.intake.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.intake.files.VirusScan;
import vn.lienthong.hub.platform.content.ContentRef;
import vn.lienthong.hub.platform.reason.Reason;

/** What happens to a record after its own format is read: documents inside texts are opened, base64 parts are checked and stored. */
final class Refinement {

    private final Attachments attachments;
    private final JsonMapper json = JsonTrees.mapper(DecodeSettings.NONE.longestText());

    Refinement(Function<InputStream, ContentRef> contents, VirusScan scan) {
        attachments = new Attachments(contents, scan);
    }

    /** The records of a whole document. */
    Decoded records(JsonNode document, DecodeSettings settings) throws Fault {
        List<JsonNode> records = Envelope.records(document, settings);
        Iterator<JsonNode> refined = records.size() == 1
                ? List.of(refine(records.getFirst(), settings)).iterator()
                : records.stream().map(record -> refine(record, settings)).iterator();
        return new Decoded(refined, () -> {});
    }

    /** The record, or a marked one that says why it alone cannot be decoded. */
    JsonNode refine(JsonNode record, DecodeSettings settings) {
        try {
            for (var nested : settings.nested()) {
                open(record, nested);
            }
            for (var items : settings.items()) {
                Items.name(record, items);
            }
            if (!settings.names().isEmpty()) {
                new AgreedNames(settings.names()).spell(record);
            }
            for (var part : settings.lift().entrySet()) {
                lift(record, part.getKey(), part.getValue());
            }
            for (var list : settings.listed()) {
                Listed.check(record, list);
            }
            attachments.store(record, settings);
            if (!settings.attachments().isEmpty()) {
                TextLimit.check(record, "");
            }
            return record;
        } catch (Fault | JacksonException fault) {
            return Marks.undecodable(Fault.reasons(fault, Rules.NESTED_NOT_DECODABLE));
        }
    }

    private static void lift(JsonNode record, String name, String path) throws Fault {
        int cut = path.lastIndexOf('.');
        TreeWalk.each(record, path.substring(0, cut), (ObjectNode holder, String where) -> {
            JsonNode part = holder.remove(path.substring(cut + 1));
            if (part != null && record instanceof ObjectNode top) {
                top.set(name, part);
            }
        });
    }

    private void open(JsonNode record, DecodeSettings.NestedPath nested) throws Fault {
        int cut = nested.at().lastIndexOf('.');
        String parent = cut < 0 ? "" : nested.at().substring(0, cut);
        String name = nested.at().substring(cut + 1);
        TreeWalk.each(record, parent, (ObjectNode holder, String where) -> {
            JsonNode text = holder.get(name);
            if (text != null && text.isString() && !text.stringValue().isBlank()) {
                holder.set(name, document(text.stringValue(), nested));
            }
        });
    }

    private JsonNode document(String text, DecodeSettings.NestedPath nested) throws Fault {
        try {
            return switch (nested.as()) {
                case "json" -> json.readTree(text);
                case "xml" -> XmlDecoder.tree(new StringReader(text), DecodeSettings.LONGEST_TEXT, Map.of());
                default -> throw new IllegalArgumentException("no nested document is called " + nested.as());
            };
        } catch (IOException | JacksonException | NumberFormatException bad) {
            throw new Fault(Reason.of(Rules.NESTED_NOT_DECODABLE, nested.at(), null)
                    .with("cause", Fault.reason(bad, nested.as()).rule()));
        }
    }
}
