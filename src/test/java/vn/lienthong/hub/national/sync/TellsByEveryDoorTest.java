package vn.lienthong.hub.national.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.national.DoorsFixture;
import vn.lienthong.hub.national.payload.Uploads.Uploaded;
import vn.lienthong.hub.national.sync.GoldenDossiers.Case;

/**
 * The canonical dossiers of the golden pairs by each other door. The relays say the very records of {@code
 * <case>.national.json} at their own addresses; what the API of 2026 is told stands in {@code dialects/noi-ho-so}. {@code
 * -Dlienthong.golden=write} writes what the code makes now; read the difference before you keep it.
 */
class TellsByEveryDoorTest {

    private static final Path FOLDER = Path.of("src/test/resources/dialects/noi-ho-so");
    private static final boolean WRITE = "write".equals(System.getProperty("lienthong.golden"));
    private static final String NUMBER = "H52.14-20261121-0000001";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final GoldenDossiers DOSSIERS = new GoldenDossiers();
    private static final Map<String, Way> WAYS = Stream.of("envelope", "relay", "query", "noi-ho-so")
            .collect(Collectors.toMap(
                    door -> door,
                    door -> DoorsFixture.all(door, DOSSIERS.clock()).usual()));

    private final GoldenDossiers dossiers = DOSSIERS;
    private final Planner planner =
            new Planner(new RetrySchedule(dossiers.clock(), new Random(7)), Duration.ZERO, dossiers.clock());

    @ParameterizedTest(name = "{0}")
    @MethodSource("vn.lienthong.hub.national.sync.GoldenDossiers#cases")
    void tellsRelaysTheVeryRecordsOfTheAdapter(Case one) {
        var adapter = way("envelope");
        for (var said : one.dossiers()) {
            var told = told(dossiers.errand(one.sender(), said, adapter));
            assertThat(told(dossiers.errand(one.sender(), said, way("relay")))).isEqualTo(asRelay(told));
            assertThat(told(dossiers.errand(one.sender(), said, way("query")))).isEqualTo(asQuery(told));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vn.lienthong.hub.national.sync.GoldenDossiers#cases")
    void tellsTheApiOf2026WhatItsPairSays(Case one) throws IOException {
        var all = JSON.createArrayNode();
        one.dossiers().forEach(said -> all.add(told(dossiers.errand(one.sender(), said, way("noi-ho-so")))));
        var text = JSON.writeValueAsString(all) + "\n";
        var file = FOLDER.resolve(
                GoldenDossiers.FOLDER.relativize(one.normalised()).toString().replace(".normalised.json", ".json"));
        if (WRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    @Test
    void hasAPairForEveryCaseAndNoOther() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            assertThat(files.filter(Files::isRegularFile).count())
                    .isEqualTo(GoldenDossiers.cases().count());
        }
    }

    private Way way(String door) {
        return Objects.requireNonNull(WAYS.get(door));
    }

    /** Every call in turn, each taken at once: {@code {"to": …, "says": …}}; a cause where the dossier is held. */
    private ArrayNode told(Errand errand) {
        var calls = JSON.createArrayNode();
        for (var move = planner.next(errand); ; move = planner.next(errand)) {
            if (move instanceof Move.End end) {
                var cause = end.settlement().cause();
                return cause == null ? calls : calls.add(JSON.createObjectNode().put("held", cause));
            }
            for (var call : Call.pack(Map.of(errand, move), 10, UUID::randomUUID)) {
                var leaving = errand.way().dialect().write(call.request(), "session");
                calls.addObject()
                        .put("to", leaving.path())
                        .set("says", JSON.readTree(leaving.kept().get()));
            }
            take(errand, move);
        }
    }

    private static void take(Errand errand, Move move) {
        switch (move) {
            case Move.Number number -> errand.saga(errand.saga().numbered(NUMBER));
            case Move.Upload upload ->
                errand.saga(errand.saga()
                        .uploaded(
                                upload.file().sha256(),
                                new Uploaded(
                                        "f-" + upload.file().sha256().substring(0, 8),
                                        upload.file().sha256())));
            case Move.Create create -> {
                if (errand.way().dialect().numbers()) {
                    errand.saga(errand.saga().there("hs-1"));
                }
                errand.detailsAcked(create.hash(), true);
            }
            case Move.Progress progress -> errand.taken(progress, progress.seqs(), true);
            case Move.Status status -> errand.taken(status, status.seqs(), true);
            default -> throw new AssertionError("nothing to ask or update: " + move);
        }
    }

    private static ArrayNode asRelay(ArrayNode told) {
        return relayed(told, call -> switch (call.at("/says/service").asString()
                + call.at("/says/isUpdating").asString("")) {
            case "DongBoHoSoMCFalse" -> "/KetNoiMotCuaQuocGia/ThemMoi";
            case "CapNhatTienDoHoSoMC" -> "/KetNoiMotCuaQuocGia/DongBoTienTrinh";
            default -> throw new AssertionError(call);
        });
    }

    private static ArrayNode asQuery(ArrayNode told) {
        return relayed(told, call -> switch (call.at("/says/service").asString()) {
            case "DongBoHoSoMC" -> "/api/SynsTTHCC/DongBoHoSoMC?MaDinhDanhDV=000.00.00.H52&isUpdating=False";
            case "CapNhatTienDoHoSoMC" -> "/api/SynsTTHCC/CapNhatTienDoHoSoMC?MaDinhDanhDV=000.00.00.H52";
            default -> throw new AssertionError(call);
        });
    }

    /** The adapter's calls, each record a call of its own. */
    private static ArrayNode relayed(ArrayNode told, Function<JsonNode, String> address) {
        var calls = JSON.createArrayNode();
        for (var call : told) {
            if (call.has("held")) {
                calls.add(call);
            } else {
                call.at("/says/data").forEach(record -> calls.add(relayed(address.apply(call), record)));
            }
        }
        return calls;
    }

    private static ObjectNode relayed(String to, JsonNode record) {
        var call = JSON.createObjectNode().put("to", to);
        call.putArray("says").addAll(List.of(record));
        return call;
    }
}
