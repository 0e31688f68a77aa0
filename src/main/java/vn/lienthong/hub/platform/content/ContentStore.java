package vn.lienthong.hub.platform.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lienthong.hub.platform.NodeName;
import vn.lienthong.infra.HubHome;
import vn.lienthong.trust.MasterKey;

/**
 * Large bodies and files, encrypted, each kept once under its hash: in a folder, or in an S3-compatible store where one is
 * configured.
 *
 * <p>Each node writes in a temporary folder of its own first, which it empties when it starts; what is kept is whole.
 */
public abstract class ContentStore {

    static final String FOLDER = "content";

    private final Path unfinished;
    private final ContentKeys keys;

    ContentStore(HubHome home, NodeName node, MasterKey master) {
        this.unfinished = home.data().resolve(FOLDER).resolve("unfinished").resolve(node.value());
        this.keys = new ContentKeys(master.derive("content", "HmacSHA256"));
        try {
            Files.createDirectories(unfinished);
            sweep();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Whether it has the content; fails when it cannot tell. */
    public abstract boolean holds(String sha256);

    /** The kind of place where contents are, for operators. */
    abstract String where();

    /** The sealed bytes as they are kept; {@link java.nio.file.NoSuchFileException} when there are none. */
    abstract InputStream sealed(String sha256) throws IOException;

    /** Keeps a finished file unless its content is there already; durable when it returns. */
    abstract void keep(Path file, ContentRef ref) throws IOException;

    /** A sink to stream into; close it, committed or not. */
    public ContentSink open() {
        try {
            return new ContentSink(this, unfinished.resolve(UUID.randomUUID().toString()), keys);
        } catch (IOException full) {
            throw new ContentUnavailableException(full);
        }
    }

    /** Keeps all of the stream; durable when it returns. */
    public ContentRef put(InputStream content) {
        try (ContentSink sink = open()) {
            content.transferTo(sink);
            return sink.commit();
        } catch (IOException failed) {
            throw new ContentUnavailableException(failed);
        }
    }

    /** The plain bytes; reading fails where the file was altered or cut. */
    public InputStream open(ContentRef ref) {
        return open(ref.sha256());
    }

    /** As {@link #open(ContentRef)}, for a caller that kept only the hash. */
    public InputStream open(String sha256) {
        try {
            return new FrameReader(sealed(sha256), keys);
        } catch (IOException missing) {
            throw new ContentUnavailableException(missing);
        }
    }

    /** {@code ab/cd/<sha256>}. */
    static String named(String sha256) {
        if (sha256.length() != 64 || !sha256.chars().allMatch(digit -> Character.digit(digit, 16) >= 0)) {
            throw new IllegalArgumentException("Not a SHA-256 in hex");
        }
        return sha256.substring(0, 2) + "/" + sha256.substring(2, 4) + "/" + sha256;
    }

    private void sweep() throws IOException {
        try (Stream<Path> files = Files.list(unfinished)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
