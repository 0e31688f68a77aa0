package vn.lienthong.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** What a node remembers over a restart: a changed or foreign file is not believed, so nobody writes himself in. */
public final class SealedFile<T> {

    private static final Logger log = LoggerFactory.getLogger(SealedFile.class);

    private final Path path;
    private final Seal seal;
    private final ObjectMapper json;
    private final TypeReference<T> type;

    public SealedFile(Path path, Seal seal, ObjectMapper json, TypeReference<T> type) {
        this.path = path;
        this.seal = seal;
        this.json = json;
        this.type = type;
    }

    /** Empty when there is none, or none to be believed. */
    public Optional<T> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(seal.open(Files.readAllBytes(path)), type));
        } catch (IOException | RuntimeException e) {
            log.warn("{} cannot be read and is ignored: {}", path.getFileName(), e.toString());
            return Optional.empty();
        }
    }

    /** The whole of it or nothing, readable by the hub's user alone. */
    public void write(T content) {
        try {
            Files.createDirectories(path.getParent());
            Path next = path.resolveSibling(path.getFileName() + ".next");
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(next, seal.seal(json.writeValueAsBytes(content)));
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
