package vn.lienthong.trial;

import static vn.lienthong.trial.Bench.Figures.median;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints the figures of a bench run and keeps them as a dated table and as {@code latest.json}. */
final class Report {

    private Report() {}

    static void write(Bench.Figures figures, Path folder, boolean quick) throws IOException {
        Map<String, Object> json = figures(figures);
        String table = table(figures, json, quick);
        System.out.println(table);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(LocalDate.now() + ".md"), table);
        Files.writeString(
                folder.resolve("latest.json"),
                JsonMapper.builder()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .build()
                                .writeValueAsString(json)
                        + "\n");
    }

    private static Map<String, Object> figures(Bench.Figures f) {
        double commitCeiling = median(f.rawCommit) / f.commitsPerDossier;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rawEchoPerSecond", whole(median(f.rawEcho)));
        json.put("rawDurableSendPerSecond", whole(median(f.rawDurableSend)));
        json.put("rawCommitPerSecond", whole(median(f.rawCommit)));
        json.put("standInPerSecond", whole(median(f.standIn)));
        json.put("intakePerSecond", whole(median(f.intake)));
        json.put("intakeP50Millis", hundredths(median(f.intakeP50)));
        json.put("intakeP99Millis", hundredths(median(f.intakeP99)));
        json.put("endToEndPerSecond", whole(median(f.endToEnd)));
        json.put("trackingPerSecond", whole(median(f.tracking)));
        json.put("intakeRatio", hundredths(median(f.intake) / median(f.rawEcho)));
        json.put("endToEndRatio", hundredths(median(f.endToEnd) / Math.min(median(f.standIn), commitCeiling)));
        json.put("trackingRatio", hundredths(median(f.tracking) / median(f.rawEcho)));
        json.put("commitsPerDossier", hundredths(f.commitsPerDossier));
        json.put("readySeconds", hundredths(f.readySeconds));
        json.put("idleMegabytes", f.idleMegabytes);
        return json;
    }

    private static String table(Bench.Figures f, Map<String, Object> json, boolean quick) {
        return """
                # Bench of %s%s

                One run on loopback, client on the same cores, medians of %d interleaved windows; compare ratios only.

                | what | figure |
                |---|---|
                | raw WebFlux echo | %s/s |
                | raw Artemis durable send | %s/s |
                | raw PostgreSQL commit | %s/s |
                | stand-in's own ceiling | %s dossiers/s |
                | hub intake (202) | %s/s, p50 %s ms, p99 %s ms |
                | hub end to end (push to acknowledged) | %s dossiers/s |
                | tracking reads | %s/s |
                | intake / echo | %s |
                | end to end / min(stand-in, commits / %s per dossier) | %s |
                | tracking / echo | %s |
                | ready | %s s |
                | idle memory of the hub's process | %s MB |
                """.formatted(
                        LocalDate.now(),
                        quick ? " (quick)" : "",
                        f.rawEcho.size(),
                        json.get("rawEchoPerSecond"),
                        json.get("rawDurableSendPerSecond"),
                        json.get("rawCommitPerSecond"),
                        json.get("standInPerSecond"),
                        json.get("intakePerSecond"),
                        json.get("intakeP50Millis"),
                        json.get("intakeP99Millis"),
                        json.get("endToEndPerSecond"),
                        json.get("trackingPerSecond"),
                        json.get("intakeRatio"),
                        json.get("commitsPerDossier"),
                        json.get("endToEndRatio"),
                        json.get("trackingRatio"),
                        json.get("readySeconds"),
                        json.get("idleMegabytes"));
    }

    private static long whole(double value) {
        return Math.round(value);
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
