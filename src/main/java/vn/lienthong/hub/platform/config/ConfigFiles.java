package vn.lienthong.hub.platform.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;

/** The files under {@code config/}: what is proposed. Demonstration files are not even read in node mode. */
@Component
class ConfigFiles {

    private static final String DEMO = "demo/";

    private final HubHome home;

    ConfigFiles(HubHome home) {
        this.home = home;
    }

    /** The proposal, not numbered yet. */
    ConfigBundle proposal() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(home.config())) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = home.config().relativize(path).toString().replace('\\', '/');
                if (belongs(name)) {
                    files.put(name, Files.readString(path));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The configuration cannot be read: " + home.config(), unreadable);
        }
        return ConfigBundle.of(0, files);
    }

    private boolean belongs(String name) {
        boolean hidden = name.startsWith(".") || name.contains("/.");
        return !hidden && (home.mode() == Mode.STANDALONE || !name.startsWith(DEMO));
    }
}
