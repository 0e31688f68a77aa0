package vn.lienthong.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What one sender's system pushes about one dossier, in order, as templates: {@code mocks/departments/<id>/story/*.yaml}.
 *
 * @param weight how often the story is told beside the others
 * @param rows how many dossiers one push carries (a register upload has many rows)
 */
record Story(String sender, int weight, int rows, List<Step> steps) {

    /** One push: {@code head} once, {@code row} once per dossier. */
    record Step(String contentType, String head, String row) {}

    /** All stories below a mocks folder; a department folder's name is the sender's id. */
    static List<Story> load(Path mocks) {
        return files(mocks.resolve("departments")).stream()
                .flatMap(department -> files(department.resolve("story")).stream()
                        .filter(file -> file.toString().endsWith(".yaml"))
                        .map(file -> read(department, file)))
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no stories under " + folder, e);
        }
    }

    private static Story read(Path department, Path file) {
        JsonNode yaml = new YAMLMapper().readTree(file.toFile());
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : yaml.path("steps")) {
            steps.add(new Step(
                    step.path("contentType").asString("application/json"),
                    step.path("head").asString(""),
                    body(file, step)));
        }
        String sender = String.valueOf(department.getFileName());
        return new Story(sender, yaml.path("weight").asInt(1), yaml.path("rows").asInt(1), steps);
    }

    private static String body(Path story, JsonNode step) {
        try {
            return step.has("row")
                    ? step.path("row").asString()
                    : Files.readString(story.resolveSibling(step.path("file").asString()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the story " + story + " names a file that cannot be read", e);
        }
    }
}
