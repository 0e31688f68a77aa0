package vn.lienthong.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the stand-in for the national portal has durably accepted. */
final class Portal {

    private static final int PAGE = 500;

    private final Installation hub;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Portal(Installation hub) {
        this.hub = hub;
    }

    /** The stand-in's own counts. */
    record Report(long dossiers, long repeated, long duplicates) {}

    /** Senders that are the portal itself: what they say it need not be told. */
    static List<String> senders(Path departments) {
        YAMLMapper yaml = new YAMLMapper();
        try (Stream<Path> files = Files.list(departments)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> "national"
                            .equals(yaml.readTree(file.toFile())
                                    .path("neighbour")
                                    .asString("")))
                    .map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Report report() throws IOException, InterruptedException {
        JsonNode report = get("/stand-in/report");
        return new Report(
                report.path("dossiers").asLong(),
                report.path("repeated").asLong(),
                report.path("duplicates").asLong());
    }

    /** Per dossier its steps in order of arrival. */
    Map<String, List<Register.Step>> steps() throws IOException, InterruptedException {
        Map<String, List<Register.Step>> byDossier = new HashMap<>();
        String after = "";
        while (true) {
            JsonNode page = get("/stand-in/dossiers?limit=" + PAGE + "&after="
                            + URLEncoder.encode(after, StandardCharsets.UTF_8))
                    .path("dossiers");
            for (JsonNode dossier : page) {
                after = dossier.path("code").asString();
                byDossier.put(after, steps(dossier));
            }
            if (page.size() < PAGE) {
                return byDossier;
            }
        }
    }

    private static List<Register.Step> steps(JsonNode dossier) {
        List<Register.Step> steps = new ArrayList<>();
        for (JsonNode step : dossier.path("steps")) {
            steps.add(new Register.Step(
                    step.path("status").asInt(), step.path("time").asString()));
        }
        return steps;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(hub.standInUri(path))
                .header("Authorization", "Bearer " + hub.secret("stand-in-admin-token"))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("the stand-in answered " + answer.statusCode() + " to " + path);
        }
        return JsonMapper.shared().readTree(answer.body());
    }
}
