package vn.lienthong.hub.intake.submissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.dossier.DossierFacts.Attachment;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.intake.SubmissionOutcome;
import vn.lienthong.hub.platform.content.ContentStore;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.infra.HubHome;

/** Files are checked before their dossier counts as received, in a hub on its real parts. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AttachedFilesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/departments/finance");
    private static final String CODE = "H52.18-260824-0021";

    private static RunningHub hub;
    private static SubmissionDesk desk;

    @BeforeAll
    static void start() {
        hub = RunningHub.start(MissingNeighbour.class);
        desk = new SubmissionDesk(hub);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    @Order(1)
    void refusesTheWholeRecordForEachOfItsBadFilesAndStoresNothing() throws IOException {
        SubmissionOutcome outcome = pushed("refused-two-files-of-one-component");

        assertThat(SubmissionDesk.states(outcome)).containsExactly(RecordState.REFUSED);
        assertThat(outcome.page().getFirst().reasons())
                .extracting(Reason::rule, Reason::field)
                .containsExactly(
                        tuple("attachment-executable", "components[0].files[0].content"),
                        tuple("attachment-truncated", "components[0].files[1].content"));
        assertThat(hub.bean(Dossiers.class).byCode(CODE)).isEmpty();
    }

    @Test
    @Order(2)
    void storesNoFileOfARecordOfWhichOneFails() throws IOException {
        pushed("refused-document-with-another-name");

        assertThat(stored()).isEmpty();
    }

    @Test
    @Order(3)
    void keepsAllFilesOfOneComponent() throws IOException {
        assertThat(SubmissionDesk.states(pushed("three-files-of-one-component")))
                .containsExactly(RecordState.REGISTERED);

        DossierView dossier = hub.bean(Dossiers.class).byCode(CODE).orElseThrow();
        List<Attachment> files =
                Objects.requireNonNull(dossier.facts()).components().getFirst().files();
        assertThat(files).extracting(Attachment::name).containsExactly("to-khai.pdf", "phu-luc.pdf", "phu-luc-2.pdf");
        assertThat(files)
                .allSatisfy(
                        file -> assertThat(hub.bean(ContentStore.class).holds(Objects.requireNonNull(file.sha256())))
                                .isTrue());
        // the first and the third are the same bytes, kept once
        assertThat(stored()).hasSize(2);
    }

    private static SubmissionOutcome pushed(String name) throws IOException {
        byte[] body = Files.readAllBytes(GOLDEN.resolve(name + ".push.json"));
        UUID receipt = UUID.randomUUID();
        DoorMessages.of(hub, "finance", "application/json").push(receipt, body, null);
        return desk.ended(receipt);
    }

    private static List<Path> stored() throws IOException {
        Path folder = hub.bean(HubHome.class).data().resolve("content");
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
