package vn.lienthong.hub.platform.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;

/**
 * The folder of routes: {@code templates} first, then all else, each {@code *.camel.yaml} below it; of {@code departments}
 * only those that are active. Remembers what it loaded, so that a file that changed can take the place of what it was.
 */
final class RouteFolder {

    private static final String SUFFIX = ".camel.yaml";
    private static final String DEPARTMENTS = "departments";
    private static final String TEMPLATES = "templates";

    private final Path folder;
    private final RouteChoice choice;
    private final Map<Path, LoadedRoutes> loaded = new LinkedHashMap<>();

    RouteFolder(Path folder, RouteChoice choice) {
        this.folder = folder;
        this.choice = choice;
    }

    /** Loads every file; a folder without files is a mistake, never a hub that silently consumes nothing. */
    void load(CamelContext context) {
        List<Path> files = wanted();
        if (files.isEmpty()) {
            throw new IllegalStateException("No route files (*" + SUFFIX + ") under " + folder);
        }
        files.forEach(file -> loaded.put(file, LoadedRoutes.load(context, file, text(file))));
    }

    /** What a reload would do now. */
    synchronized List<RouteChange> changes() {
        List<Path> files = wanted();
        List<RouteChange> changes = new ArrayList<>();
        for (Path file : files) {
            LoadedRoutes before = loaded.get(file);
            if (before == null) {
                changes.add(new RouteChange(name(file), RouteChange.Kind.ADDED, List.of()));
            } else if (!before.text().equals(text(file))) {
                changes.add(new RouteChange(name(file), RouteChange.Kind.CHANGED, before.routes()));
            }
        }
        loaded.forEach((file, before) -> {
            if (!files.contains(file)) {
                changes.add(new RouteChange(name(file), RouteChange.Kind.REMOVED, before.routes()));
            }
        });
        return changes;
    }

    /**
     * Makes the running routes what the files say. A file that cannot be loaded leaves what it was running, and is told by
     * the exception after the others were taken.
     */
    synchronized List<RouteChange> reload(CamelContext context) {
        List<RouteChange> changes = changes();
        boolean templates = changes.stream().anyMatch(change -> change.file().startsWith(TEMPLATES));
        List<Path> files = wanted();
        loaded.entrySet().stream()
                .filter(entry -> !files.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .forEach(gone -> gone.unload(context));
        loaded.keySet().retainAll(files);
        List<RuntimeException> wrong = new ArrayList<>();
        for (Path file : files) {
            try {
                take(context, file, templates);
            } catch (RuntimeException unusable) {
                wrong.add(unusable);
            }
        }
        if (templates) {
            // the hub makes those that no file asks for again within seconds, from the template as it is now
            List<String> ofFiles = loaded.values().stream()
                    .flatMap(file -> file.routes().stream())
                    .toList();
            LoadedRoutes.madeElsewhere(context, ofFiles).unload(context);
        }
        if (!wrong.isEmpty()) {
            throw wrong.getFirst();
        }
        return changes;
    }

    private void take(CamelContext context, Path file, boolean templates) {
        LoadedRoutes before = loaded.get(file);
        String now = text(file);
        boolean same = before != null && before.text().equals(now);
        if (before == null) {
            loaded.put(file, LoadedRoutes.load(context, file, now));
        } else if (!same || templates && before.madeFromTemplates()) {
            loaded.put(file, before.replace(context, file, now));
        }
    }

    /** The file that asks for this route; none for what the hub itself makes from a template. */
    synchronized Optional<RouteText> fileOf(String route) {
        return textOf(file -> file.routes().contains(route));
    }

    synchronized Optional<RouteText> fileOfTemplate(String template) {
        return textOf(file -> file.templates().contains(template));
    }

    private Optional<RouteText> textOf(Predicate<LoadedRoutes> wanted) {
        return loaded.entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(entry ->
                        new RouteText(name(entry.getKey()), entry.getValue().text()))
                .findFirst();
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

    private List<Path> wanted() {
        return files().stream().filter(this::wanted).toList();
    }

    private boolean wanted(Path file) {
        String name = file.getFileName().toString().replace(SUFFIX, "");
        return !folder.relativize(file).startsWith(DEPARTMENTS) || choice.runs(name);
    }

    private boolean afterTemplates(Path file) {
        return !folder.relativize(file).startsWith(TEMPLATES);
    }

    private String name(Path file) {
        return folder.relativize(file).toString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
