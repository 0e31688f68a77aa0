package vn.lienthong.hub.platform.content;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.NodeName;
import vn.lienthong.hub.platform.seal.MasterKey;
import vn.lienthong.infra.HubHome;

/**
 * Large bodies and files, encrypted in {@code content/ab/cd/<sha256>}, each kept once.
 *
 * <p>Nodes share the folder but each writes in a temporary folder of its own, which it empties when it starts.
 */
@Component
public class ContentStore {

    private final Path root;
    private final Path unfinished;
    private final ContentKeys keys;

    ContentStore(HubHome home, NodeName node, MasterKey master) {
        this.root = home.data().resolve("content");
        this.unfinished = root.resolve("unfinished").resolve(node.value());
        this.keys = new ContentKeys(master.derive("content", "HmacSHA256"));
        try {
            Files.createDirectories(unfinished);
            sweep();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

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
            return new FrameReader(new BufferedInputStream(Files.newInputStream(place(sha256)), 1 << 16), keys);
        } catch (IOException missing) {
            throw new ContentUnavailableException(missing);
        }
    }

    public boolean holds(String sha256) {
        return Files.exists(place(sha256));
    }

    void keep(Path file, ContentRef ref) throws IOException {
        Path folder = folder(ref.sha256());
        Path place = folder.resolve(ref.sha256());
        boolean fresh = Files.notExists(folder);
        Files.createDirectories(folder);
        if (Files.notExists(place)) {
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        }
        force(folder);
        if (fresh) {
            force(root.resolve(ref.sha256().substring(0, 2)));
            force(root);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path place(String sha256) {
        if (sha256.length() != 64 || !sha256.chars().allMatch(digit -> Character.digit(digit, 16) >= 0)) {
            throw new IllegalArgumentException("Not a SHA-256 in hex");
        }
        return folder(sha256).resolve(sha256);
    }

    private Path folder(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4));
    }

    private void sweep() throws IOException {
        try (Stream<Path> files = Files.list(unfinished)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
