package vn.lienthong.hub.national.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.catalog.CatalogFixture;
import vn.lienthong.hub.catalog.agency.Resolution;
import vn.lienthong.hub.catalog.procedure.Procedure;
import vn.lienthong.hub.dossier.Claim;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierStatus;
import vn.lienthong.hub.dossier.Hold;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.dossier.OutwardEvent;
import vn.lienthong.hub.dossier.Standing;
import vn.lienthong.hub.dossier.Verdict;
import vn.lienthong.hub.national.NationalRules;
import vn.lienthong.hub.national.payload.Catalogue;
import vn.lienthong.hub.national.payload.FileOffer;
import vn.lienthong.hub.national.payload.HoSo;
import vn.lienthong.hub.national.payload.TienDo;
import vn.lienthong.hub.platform.PlatformFixture;

/**
 * What the portal is told of a dossier of which nothing but this canonical record is known: {@code
 * <case>.normalised.json} becomes {@code <case>.national.json}, or {@code <case>.held.json} where no record of the case
 * may be sent. {@code -Dlienthong.golden=write} writes what the code makes now; read the difference before you keep it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TellsGoldenPairsTest {

    private static final Path FOLDER = Path.of("src/test/resources/departments");
    private static final boolean WRITE = "write".equals(System.getProperty("lienthong.golden"));
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final int FIRST_STATUS = 2;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final CatalogFixture usual = CatalogFixture.ofProject();
    private final CatalogFixture other = CatalogFixture.of(PlatformFixture.projectConfig(), "thanh-hoa");
    private final Clock clock = Clock.fixed(NOW, ZONE);
    private final Planner planner = planner();

    /** Cases that tell a dossier with its procedure: an event alone makes no dossier. */
    static Stream<Case> cases() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".normalised.json"))
                    .sorted()
                    .map(Case::new)
                    .filter(one -> !one.dossiers().isEmpty())
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
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
                cases().collect(Collectors.groupingBy(Case::sender, TreeMap::new, Collectors.toList()));
        assertThat(bySender).hasSizeGreaterThanOrEqualTo(4);
        assertThat(files(".national.json").stream().map(Path::getParent).distinct())
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(files(".held.json").stream().map(Path::getParent).distinct()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(files(".national.json").size() + files(".held.json").size()).isEqualTo((int) cases().count());
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    /** Of Sơn La, but for senders it does not have. */
    private CatalogFixture catalog(String sender) {
        return usual.senders().find(sender).isPresent() ? usual : other;
    }

    private ObjectNode told(String sender, JsonNode said) {
        var catalog = catalog(sender);
        var catalogue = new Catalogue(catalog.procedures(), catalog.agencies(), clock);
        var told = JSON.createObjectNode();
        var dossier = dossier(sender, said);
        var errand = new Errand(
                new Claim(dossier.id(), FIRST_STATUS, 1, 0, Standing.NOTHING), dossier, catalogue.serves(dossier));
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

    /** As the register keeps it; see Placement and DueDates. */
    private OutwardDossier dossier(String sender, JsonNode said) {
        var facts = JSON.treeToValue(said.path("facts"), DossierFacts.class);
        var day = LocalDate.ofInstant(reception(facts), ZONE);
        var catalog = catalog(sender);
        var procedure = catalog.procedures().resolve(Objects.requireNonNull(facts.procedure()), day);
        var status = said.path("status");
        return new OutwardDossier(
                new UUID(0, 1),
                said.path("code").asString(),
                sender,
                procedure.map(Procedure::code).orElse(null),
                procedure.map(Procedure::version).orElse(null),
                agency(catalog, facts, day),
                facts,
                facts.receivedAt(),
                facts.dueAt(),
                hold(facts, procedure.orElse(null), status),
                status.isObject() ? List.of(event(status)) : List.of());
    }

    private static Instant reception(DossierFacts facts) {
        if (facts.receivedAt() != null) {
            return facts.receivedAt();
        }
        return facts.submittedAt() != null ? facts.submittedAt() : NOW;
    }

    private static @Nullable String agency(CatalogFixture catalog, DossierFacts facts, LocalDate day) {
        return facts.agency() != null
                        && catalog.agencies().resolve(facts.agency(), facts.procedure(), day)
                                instanceof Resolution.Found found
                ? found.agency().id()
                : null;
    }

    private static @Nullable Hold hold(DossierFacts facts, @Nullable Procedure procedure, JsonNode status) {
        var received = status.isObject()
                && !List.of("SUBMITTED", "NOT_ACCEPTED")
                        .contains(status.path("status").asString());
        var noLimit = procedure != null && procedure.limitKnown() && procedure.limit() == null;
        return received && facts.dueAt() == null && !noLimit ? Hold.DUE_DATE_MISSING : null;
    }

    private static OutwardEvent event(JsonNode status) {
        var source = text(status, "at");
        var at = source == null ? NOW : Instant.parse(source);
        return new OutwardEvent(
                FIRST_STATUS,
                DossierStatus.valueOf(status.path("status").asString()),
                Verdict.VALID,
                at,
                at,
                text(status, "officer"),
                text(status, "officerTitle"),
                text(status, "unit"),
                text(status, "note"),
                "push");
    }

    private static @Nullable String text(JsonNode status, String field) {
        return status.path(field).isString() ? status.path(field).asString() : null;
    }

    private Planner planner() {
        var file = NationalRules.read(PlatformFixture.projectConfig().text("national.yaml"));
        var rules = file.payload(CatalogFixture.ofProject().codeLists(), clock);
        var schedule = new RetrySchedule(clock, new Random(7));
        return new Planner(
                new HoSo(() -> rules, FileOffer.NONE), new TienDo(() -> rules), schedule, Duration.ZERO, clock);
    }

    /** A file of normalised records. */
    record Case(Path normalised) {

        String sender() {
            return FOLDER.relativize(normalised).getName(0).toString();
        }

        List<JsonNode> dossiers() {
            try {
                var records = JSON.readTree(Files.readAllBytes(normalised));
                return records.valueStream()
                        .map(record -> record.path("observed"))
                        .filter(said -> said.path("facts").has("procedure"))
                        .toList();
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        }

        Path file(ArrayNode told) {
            var held = told.valueStream().allMatch(one -> one.has("held"));
            var name = normalised.getFileName().toString();
            return normalised.resolveSibling(name.replace(".normalised.json", held ? ".held.json" : ".national.json"));
        }

        @Override
        public String toString() {
            return sender() + "/" + normalised.getFileName();
        }
    }
}
