package vn.lienthong.hub.platform.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * The folder of routes: {@code templates} first, then all else, each {@code *.camel.yaml} below it; of {@code departments}
 * only those that are active.
 */
final class RouteFolder {

    private static final String SUFFIX = ".camel.yaml";
    private static final String DEPARTMENTS = "departments";

    private final Path folder;
    private final RouteChoice choice;

    RouteFolder(Path folder, RouteChoice choice) {
        this.folder = folder;
        this.choice = choice;
    }

    /** Loads every file; a folder without files is a mistake, never a hub that silently consumes nothing. */
    void load(CamelContext context) {
        List<Path> files = files().stream().filter(this::wanted).toList();
        if (files.isEmpty()) {
            throw new IllegalStateException("No route files (*" + SUFFIX + ") under " + folder);
        }
        try {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(
                            files.stream().map(file -> resource(context, file)).toList());
        } catch (Exception wrong) {
            throw new RuntimeCamelException("The routes under " + folder + " cannot be loaded", wrong);
        }
    }

    /** Links are followed: a folder reached through a link must not look empty. */
    List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted(Comparator.comparing(this::afterTemplates).thenComparing(Comparator.naturalOrder()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean wanted(Path file) {
        String name = file.getFileName().toString().replace(SUFFIX, "");
        return !folder.relativize(file).startsWith(DEPARTMENTS) || choice.runs(name);
    }

    private boolean afterTemplates(Path file) {
        return !folder.relativize(file).startsWith("templates");
    }

    private static Resource resource(CamelContext context, Path file) {
        return ResourceHelper.resolveResource(context, "file:" + file);
    }
}
