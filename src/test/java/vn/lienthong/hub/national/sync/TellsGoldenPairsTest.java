package vn.lienthong.hub.national.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.national.DoorsFixture;
import vn.lienthong.hub.national.sync.GoldenDossiers.Case;

/**
 * What the portal is told of a dossier of which nothing but this canonical record is known: {@code
 * <case>.normalised.json} becomes {@code <case>.national.json}, or {@code <case>.held.json} where no record of the case
 * may be sent. {@code -Dlienthong.golden=write} writes what the code makes now; read the difference before you keep it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TellsGoldenPairsTest {

    private static final Path FOLDER = GoldenDossiers.FOLDER;
    private static final boolean WRITE = "write".equals(System.getProperty("lienthong.golden"));
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final GoldenDossiers DOSSIERS = new GoldenDossiers();
    private static final Way WAY =
            DoorsFixture.all("envelope", DOSSIERS.clock()).usual();

    private final Planner planner = planner();

    @ParameterizedTest(name = "{0}")
    @MethodSource("vn.lienthong.hub.national.sync.GoldenDossiers#cases")
    void tellsOfEachDossierWhatItsPairSays(Case one) throws IOException {
        var told = JSON.createArrayNode();
        one.dossiers().forEach(said -> told.add(told(one.sender(), said)));
        var text = JSON.writeValueAsString(told) + "\n";
        if (WRITE) {
            Files.writeString(one.file(told), text);
        }
        assertThat(text).isEqualTo(Files.readString(one.file(told)));
    }

    @Test
    void hasSentAndHeldCasesAndNoPairWithoutItsCase() throws IOException {
        Map<String, List<Case>> bySender =
                GoldenDossiers.cases().collect(Collectors.groupingBy(Case::sender, TreeMap::new, Collectors.toList()));
        assertThat(bySender).hasSizeGreaterThanOrEqualTo(4);
        assertThat(files(".national.json").stream().map(Path::getParent).distinct())
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(files(".held.json").stream().map(Path::getParent).distinct()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(files(".national.json").size() + files(".held.json").size())
                .isEqualTo((int) GoldenDossiers.cases().count());
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private ObjectNode told(String sender, JsonNode said) {
        var told = JSON.createObjectNode();
        var errand = DOSSIERS.errand(sender, said, WAY);
        for (var move = planner.next(errand); ; move = planner.next(errand)) {
            switch (move) {
                case Move.Create create -> {
                    told.set("DongBoHoSoMC", JSON.readTree(create.record()));
                    errand.detailsAcked(create.hash(), true);
                }
                case Move.Progress progress -> {
                    var steps = told.putArray("CapNhatTienDoHoSoMC");
                    progress.records().forEach(step -> steps.add(JSON.readTree(step)));
                    errand.stepsAcked(progress.seqs(), true);
                }
                case Move.End end -> {
                    var cause = end.settlement().cause();
                    return cause == null ? told : told.put("held", cause);
                }
                default -> throw new AssertionError("nothing to ask or update: " + move);
            }
        }
    }

    private Planner planner() {
        var schedule = new RetrySchedule(DOSSIERS.clock(), new Random(7));
        return new Planner(schedule, Duration.ZERO, DOSSIERS.clock());
    }
}
