package vn.lienthong.hub.intake.decode;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.platform.content.ContentRef;
import vn.lienthong.hub.platform.reason.Reason;

/** Moves base64 parts out of a record into the content store; name, hash and size stay in their place. */
final class Attachments {

    private final Function<InputStream, ContentRef> contents;

    Attachments(Function<InputStream, ContentRef> contents) {
        this.contents = contents;
    }

    void store(JsonNode record, DecodeSettings.AttachmentPath path) throws Fault {
        TreeWalk.each(record, path.at(), (ObjectNode part, String where) -> {
            JsonNode base64 = text(part.remove(path.data()));
            if (base64 == null
                    || base64.isNull()
                    || (base64.isString() && base64.stringValue().isBlank())) {
                return;
            }
            String field = where + "." + path.data();
            ContentRef stored = contents.apply(new ByteArrayInputStream(bytes(base64, field)));
            part.put("sha256", stored.sha256());
            part.put("size", stored.size());
        });
    }

    /** Content of an XML element that also says its type. */
    private static @Nullable JsonNode text(@Nullable JsonNode content) {
        return content instanceof ObjectNode element && element.has(XmlTree.TEXT) ? element.get(XmlTree.TEXT) : content;
    }

    private static byte[] bytes(JsonNode base64, String field) throws Fault {
        try {
            return Base64.getMimeDecoder().decode(strict(base64.asString(), field));
        } catch (IllegalArgumentException notBase64) {
            throw invalid(field);
        }
    }

    // the MIME decoder skips letters it does not know, which would turn damage into another file
    private static byte[] strict(String base64, String field) throws Fault {
        String text = base64.startsWith("data:") ? base64.substring(base64.indexOf(',') + 1) : base64;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean known = letter < 128
                    && (Character.isLetterOrDigit(letter)
                            || "+/=".indexOf(letter) >= 0
                            || Character.isWhitespace(letter));
            if (!known) {
                throw invalid(field);
            }
        }
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Fault invalid(String field) {
        return new Fault(Reason.of(Rules.INVALID_BASE64, field, null));
    }
}
