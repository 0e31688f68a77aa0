package vn.lienthong.hub.intake.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file as a sender offered it, with what the sender said of it.
 *
 * @param type the content type it was said to have
 * @param hash in hex or base 64, of an algorithm that its length tells
 */
public record Offered(
        @Nullable String name,
        @Nullable String type,
        @Nullable String hash,
        @Nullable Long size,
        Content content) {

    /** The bytes, each time from the first. */
    @FunctionalInterface
    public interface Content {

        InputStream open() throws IOException;
    }

    /** The letters behind the last dot of the name, small; empty when it has none. */
    String ending() {
        return Endings.of(name);
    }

    /** The type it was said to have, without parameters; empty when nothing was said. */
    String saidType() {
        return type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
