package vn.lienthong.hub.national.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
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
import vn.lienthong.hub.national.payload.Catalogue;
import vn.lienthong.hub.platform.PlatformFixture;

/** The canonical records of the golden pairs, as the register would keep them. */
final class GoldenDossiers {

    static final Path FOLDER = Path.of("src/test/resources/departments");
    static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final int FIRST_STATUS = 2;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CatalogFixture usual = CatalogFixture.ofProject();
    private final CatalogFixture other = CatalogFixture.of(PlatformFixture.projectConfig(), "thanh-hoa");
    private final Clock clock = Clock.fixed(NOW, ZONE);

    Clock clock() {
        return clock;
    }

    /** Nothing is at the portal yet. */
    Errand errand(String sender, JsonNode said, Way way) {
        var catalog = catalog(sender);
        var catalogue = new Catalogue(catalog.procedures(), catalog.agencies(), clock);
        var dossier = dossier(sender, said);
        var claim = new Claim(dossier.id(), FIRST_STATUS, 1, 0, Standing.NOTHING);
        return new Errand(claim, dossier, catalogue.serves(dossier), way);
    }

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

    /** Of Sơn La, but for senders it does not have. */
    private CatalogFixture catalog(String sender) {
        return usual.senders().find(sender).isPresent() ? usual : other;
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
