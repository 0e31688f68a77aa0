package vn.lienthong.hub.intake.decode;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.intake.files.FileCheck;
import vn.lienthong.hub.intake.files.Offered;
import vn.lienthong.hub.intake.files.VirusScan;
import vn.lienthong.hub.platform.content.ContentRef;
import vn.lienthong.hub.platform.reason.Reason;

/**
 * Moves base64 parts out of a record into the content store once all of them have passed the check; name, hash and size
 * stay in their place, and nobody but us says there which content it is.
 */
final class Attachments {

    private static final String HASH = "sha256";
    private static final String SIZE = "size";

    private final Function<InputStream, ContentRef> contents;
    private final VirusScan scan;

    Attachments(Function<InputStream, ContentRef> contents, VirusScan scan) {
        this.contents = contents;
        this.scan = scan;
    }

    void store(JsonNode record, DecodeSettings settings) throws Fault {
        List<Part> parts = new ArrayList<>();
        for (var path : settings.attachments()) {
            TreeWalk.each(record, path.at(), (ObjectNode part, String where) -> {
                Part found = part(part, where, path);
                part.remove(List.of(HASH, SIZE));
                if (found != null) {
                    parts.add(found);
                }
            });
        }
        check(parts, new FileCheck(settings.files(), scan));
        for (Part part : parts) {
            ContentRef stored = contents.apply(part.open());
            part.holder().put(HASH, stored.sha256());
            part.holder().put(SIZE, stored.size());
        }
    }

    private static void check(List<Part> parts, FileCheck check) throws Fault {
        List<Reason> wrong = new ArrayList<>();
        var together = new FileCheck.Together();
        for (Part part : parts) {
            try {
                check.judge(part.offered(), part.field(), together).ifPresent(wrong::add);
            } catch (IOException damaged) {
                wrong.add(Fault.reason(damaged, Rules.INVALID_BASE64));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Fault(wrong);
        }
    }

    /** A part with content; one without may be a file that stays where it is. */
    private static @Nullable Part part(ObjectNode holder, String where, DecodeSettings.AttachmentPath path) {
        String base64 = text(holder.remove(path.data()));
        if (base64 == null || base64.isBlank()) {
            return null;
        }
        String said = path.type() == null ? null : text(holder.get(path.type()));
        String size = path.size() == null ? null : text(holder.get(path.size()));
        String field = where + "." + path.data();
        return new Part(
                holder,
                field,
                base64,
                new Offered(
                        text(holder.get(path.name())),
                        said == null ? Base64Text.type(base64) : said,
                        path.hash() == null ? null : text(holder.get(path.hash())),
                        size == null || !size.matches("\\d{1,12}") ? null : Long.valueOf(size),
                        () -> new Base64Text(base64, field)));
    }

    /** Where a file was found, and its text. */
    private record Part(ObjectNode holder, String field, String base64, Offered offered) {

        InputStream open() {
            return new Base64Text(base64, field);
        }
    }

    /** Content of an XML element that also says its type. */
    private static @Nullable String text(@Nullable JsonNode content) {
        JsonNode text = content instanceof ObjectNode element && element.has(XmlTree.TEXT)
                ? element.get(XmlTree.TEXT)
                : content;
        return text == null || text.isNull() || text.isContainer() ? null : text.asString();
    }
}
