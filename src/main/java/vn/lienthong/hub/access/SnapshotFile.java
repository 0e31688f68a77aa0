package vn.lienthong.hub.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;
import vn.lienthong.hub.platform.seal.Seal;
import vn.lienthong.infra.HubHome;

/** The keys on disk, sealed: a changed or foreign file is not believed, so nobody writes themselves in. */
@Component
class SnapshotFile {

    private static final Logger log = LoggerFactory.getLogger(SnapshotFile.class);

    private final Path path;
    private final Seal seal;
    private final ObjectMapper json;

    SnapshotFile(HubHome home, Seal seal, ObjectMapper json) {
        this.path = home.data().resolve("keys").resolve("snapshot");
        this.seal = seal;
        this.json = json;
    }

    List<ApiKey> read() {
        if (!Files.exists(path)) {
            return List.of();
        }
        try {
            return json.readValue(seal.open(Files.readAllBytes(path)), new TypeReference<>() {});
        } catch (IOException | RuntimeException e) {
            log.warn("The snapshot of the keys cannot be read and is ignored: {}", e.toString());
            return List.of();
        }
    }

    void write(List<ApiKey> keys) {
        try {
            Files.createDirectories(path.getParent());
            Path next = path.resolveSibling("snapshot.next");
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(next, seal.seal(json.writeValueAsBytes(keys)));
            Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
