package vn.lienthong.hub.platform.content;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A content being written; it exists once {@link #commit} returns, and leaves no trace when closed before. */
public final class ContentSink extends OutputStream {

    private final ContentStore store;
    private final Path file;
    private final FileChannel channel;
    private final FrameWriter frames;
    private final MessageDigest digest = Sha256.digest();
    private long size;
    private @Nullable ContentRef committed;

    ContentSink(ContentStore store, Path file, ContentKeys keys) throws IOException {
        this.store = store;
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.frames = new FrameWriter(Channels.newOutputStream(channel), keys);
    }

    /** Plain bytes written so far. */
    public long size() {
        return size;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        digest.update(bytes, from, length);
        frames.write(bytes, from, length);
        size += length;
    }

    /** Makes the content durable, file and folder, before it returns its name. */
    public ContentRef commit() {
        if (committed != null) {
            return committed;
        }
        try {
            frames.finish();
            channel.force(true);
            channel.close();
            ContentRef ref = new ContentRef(HexFormat.of().formatHex(digest.digest()), size);
            store.keep(file, ref);
            committed = ref;
            return ref;
        } catch (IOException full) {
            throw new ContentUnavailableException(full);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
