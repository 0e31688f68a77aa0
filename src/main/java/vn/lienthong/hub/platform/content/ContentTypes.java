package vn.lienthong.hub.platform.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/** What bytes are, by how they begin. */
public final class ContentTypes {

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private ContentTypes() {}

    /** The type that the first bytes show, whatever the file is called. */
    public static String of(byte[] head) {
        return detect(head, new Metadata());
    }

    /** As {@link #of(byte[])}, where the name may say which of the kinds that begin alike it is, but no other kind. */
    public static String of(byte[] head, String name) {
        Metadata named = new Metadata();
        named.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        return detect(head, named);
    }

    private static String detect(byte[] head, Metadata said) {
        try {
            return TYPES.detect(new ByteArrayInputStream(head), said)
                    .getBaseType()
                    .toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
