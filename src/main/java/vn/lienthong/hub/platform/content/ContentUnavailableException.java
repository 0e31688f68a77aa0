package vn.lienthong.hub.platform.content;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;

/**
 * The content store could not read or write: our outage, whoever's bytes they are.
 *
 * <p>Not an {@link IOException}, which a decoder would take for a complaint about what the sender wrote.
 */
public final class ContentUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ContentUnavailableException(IOException cause) {
        this("The content store cannot be used", cause);
    }

    /** Of another part without which no content is taken. */
    public ContentUnavailableException(String what, IOException cause) {
        super(what + ": " + cause.getClass().getSimpleName(), cause);
    }

    /** Whether there is no such content, be it taken away or never kept. */
    public boolean isMissing() {
        return getCause() instanceof NoSuchFileException;
    }

    /** Whether an outage is behind this failure that ends by itself; content that is missing or damaged stays so. */
    public static boolean passes(@Nullable Throwable failure) {
        @Nullable Throwable cause = failure;
        while (cause != null && !(cause instanceof ContentUnavailableException)) {
            cause = cause.getCause();
        }
        @Nullable Throwable why = cause == null ? null : cause.getCause();
        return why != null
                && !(why instanceof NoSuchFileException)
                && !(why.getCause() instanceof GeneralSecurityException);
    }
}
