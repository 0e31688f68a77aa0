package vn.lienthong.hub.intake.files;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.platform.content.ContentTypes;

/** Tells what a file really is, and whether it is whole and can be read. */
final class TypeChecks {

    private final Archive archives;

    TypeChecks(FileRules rules) {
        this.archives = new Archive(rules);
    }

    /** What a file is, and the first thing wrong inside. */
    record Found(String type, @Nullable Flaw flaw) {

        static Found whole(String type) {
            return new Found(type, null);
        }
    }

    Found look(Offered.Content content, Look look) throws IOException {
        if (look.begins('P', 'K', 3, 4) || look.begins('P', 'K', 5, 6)) {
            return archives.look(content, ContentTypes.of(look.head()));
        }
        if (OldOffice.is(look)) {
            return OldOffice.look(content, look);
        }
        String type = ContentTypes.of(look.head());
        return new Found(type, flaw(type, content, look));
    }

    private static @Nullable Flaw flaw(String type, Offered.Content content, Look look) throws IOException {
        return switch (type) {
            case "application/pdf" -> PdfCheck.flaw(content, look);
            case "image/jpeg" -> Pictures.jpeg(content);
            case "image/png" -> Pictures.png(look);
            case "image/tiff" -> Pictures.tiff(look);
            case "application/xml" -> XmlCheck.flaw(content);
            default -> null;
        };
    }
}
