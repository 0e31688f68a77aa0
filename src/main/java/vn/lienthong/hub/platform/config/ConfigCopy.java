package vn.lienthong.hub.platform.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.infra.HubHome;

/** The applied bundle on disk, so that a start with PostgreSQL down knows it. */
@Component
class ConfigCopy {

    private static final Logger log = LoggerFactory.getLogger(ConfigCopy.class);

    private final Path file;
    private final JsonMapper json;

    ConfigCopy(HubHome home, JsonMapper json) {
        this.file = home.data().resolve("config").resolve("applied.json");
        this.json = json;
    }

    Optional<ConfigBundle> read() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(Files.readString(file), ConfigBundle.class));
        } catch (IOException | JacksonException unreadable) {
            log.warn("The copy of the applied configuration cannot be read: {}", unreadable.getMessage());
            return Optional.empty();
        }
    }

    void write(ConfigBundle applied) {
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling("applied.json.new");
            Files.writeString(
                    fresh,
                    json.writeValueAsString(applied),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
