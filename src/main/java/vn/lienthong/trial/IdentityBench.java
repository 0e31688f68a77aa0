package vn.lienthong.trial;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures identity beside a Keycloak, interleaved in one run: tokens of machines at both, and log-ins of citizens here.
 *
 * <p>Usage: {@code bench-identity --keycloak DIR [--seconds N] [--at-once N] [--out DIR]}. Everything runs on loopback,
 * client included, so only the ratios of one run compare.
 */
public final class IdentityBench {

    private static final int ROUNDS = 3;

    private final Options options;
    private final int atOnce;
    private final Duration window;
    private final Map<String, List<Load.Measured>> figures = new LinkedHashMap<>();

    private IdentityBench(Options options) {
        this.options = options;
        this.atOnce = (int) options.number("at-once", 16);
        this.window = Duration.ofSeconds(options.number("seconds", 20));
    }

    public static void main(String[] args) throws Exception {
        new IdentityBench(Options.parse(args)).run();
        System.exit(0);
    }

    private void run() throws Exception {
        Path folder = Files.createTempDirectory("lienthong-bench-");
        HubUnderTrial hub = new HubUnderTrial(folder);
        hub.start();
        Path log = folder.resolve("keycloak.log");
        try (hub;
                KeycloakBeside keycloak = new KeycloakBeside(Path.of(options.text("keycloak", "")), log)) {
            measure(hub.installation(), keycloak);
        }
        write();
        Chaos.deleteAll(folder);
    }

    private void measure(Installation hub, KeycloakBeside keycloak) throws Exception {
        String identity = "http://127.0.0.1:" + hub.port("identity");
        Load load = new Load(atOnce);
        var ours =
                new Machine(URI.create(identity + "/oauth2/token"), "demo-machine", hub.secret("clients/demo-machine"));
        var theirs = new Machine(keycloak.token(), KeycloakBeside.CLIENT, KeycloakBeside.SECRET);
        var citizens = new CitizenLoad(
                identity, basic("demo-portal", hub.secret("clients/demo-portal")), challenge(CitizenLoad.verifier()));
        say("warming up");
        for (int i = 0; i < 2; i++) {
            ours.run(load, window);
            theirs.run(load, window);
            citizens.run(atOnce, window);
        }
        for (int round = 1; round <= ROUNDS; round++) {
            keep("Keycloak, client credentials", theirs.run(load, window));
            keep("ours, client credentials", ours.run(load, window));
            keep("ours, full log-in of a citizen", citizens.run(atOnce, window));
        }
    }

    /** Who asks for tokens in its own name. */
    private record Machine(URI token, String id, String secret) {

        Load.Measured run(Load load, Duration window) {
            Map<String, String> headers =
                    Map.of("Authorization", basic(id, secret), "Content-Type", "application/x-www-form-urlencoded");
            byte[] body = "grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII);
            return load.run(window, 200, n -> new Load.Ask(token, headers, body));
        }
    }

    private void keep(String what, Load.Measured measured) {
        say("%s: %.0f/s, %d failed", what, measured.perSecond(), measured.failures());
        figures.computeIfAbsent(what, any -> new ArrayList<>()).add(measured);
    }

    private void write() throws IOException {
        StringBuilder table = new StringBuilder("""
                # Identity beside Keycloak, %s

                One run on loopback, client and both servers on the same cores, %d calls at once, medians of %d interleaved windows of
                %d s; compare ratios only. Ours keeps every token and an entry of the audit in PostgreSQL; Keycloak (start-dev, in-memory
                database) keeps neither.

                | what | per second | p50 ms | p99 ms | failed |
                |---|---|---|---|---|
                """.formatted(LocalDate.now(), atOnce, ROUNDS, window.toSeconds()));
        Map<String, Object> json = new LinkedHashMap<>();
        figures.forEach((what, rounds) -> {
            double rate = Bench.Figures.median(
                    rounds.stream().map(Load.Measured::perSecond).toList());
            double p50 = Bench.Figures.median(
                    rounds.stream().map(Load.Measured::p50Millis).toList());
            double p99 = Bench.Figures.median(
                    rounds.stream().map(Load.Measured::p99Millis).toList());
            long failed = rounds.stream().mapToLong(Load.Measured::failures).sum();
            table.append("| %s | %.0f | %.1f | %.1f | %d |\n".formatted(what, rate, p50, p99, failed));
            json.put(what, Map.of("perSecond", Math.round(rate), "p50Millis", p50, "p99Millis", p99, "failed", failed));
        });
        System.out.println(table);
        Path folder = Files.createDirectories(Path.of(options.text("out", "bench/results")));
        Files.writeString(folder.resolve(LocalDate.now() + "-identity.md"), table);
        var printer =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        Files.writeString(folder.resolve(LocalDate.now() + "-identity.json"), printer.writeValueAsString(json) + "\n");
    }

    private static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String challenge(String verifier) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static void say(String text, Object... arguments) {
        System.out.println(text.formatted(arguments));
    }
}
