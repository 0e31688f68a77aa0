package vn.lienthong.hub.intake.submissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.intake.RecordState;
import vn.lienthong.hub.platform.content.ContentRef;
import vn.lienthong.hub.platform.content.FlakyContentStore;
import vn.lienthong.infra.BesideOthers;

/** Our disk fails once while a submission is read: the message goes back to its queue and nobody is refused. */
@BesideOthers
class ContentStoreOutageTest {

    private static final Path GOLDEN = Path.of("src/test/resources/departments");

    private static RunningHub hub;
    private static SubmissionDesk desk;
    private static FlakyContentStore store;

    @BeforeAll
    static void start() {
        hub = RunningHub.start(MissingNeighbour.class, FlakyContentStore.class);
        desk = new SubmissionDesk(hub);
        store = hub.bean(FlakyContentStore.class);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @ParameterizedTest
    @CsvSource({
        "document-axis, application/xml,  new-dossier.push.xml,  200",
        "document-axis, application/xml,  new-dossier.push.xml,  0",
        "home-affairs,  application/json, new-dossier.push.json, 200",
        "home-affairs,  application/json, five-of-which-four-are-bad.push.json, 600",
        "health,        text/csv,         new-dossiers.push.csv, 200",
        "health,        text/csv,         new-dossiers.push.csv, 0"
    })
    void readsASpooledBodyAgainWhenTheDiskFailed(String sender, String type, String file, int bytes)
            throws IOException {
        byte[] body = Files.readAllBytes(GOLDEN.resolve(sender).resolve(file));
        UUID undisturbed = push(sender, type, body);
        var expected = SubmissionDesk.states(desk.ended(undisturbed));
        int before = store.failures();

        store.failNextReadAfter(bytes);
        UUID receipt = push(sender, type, body);

        assertThat(SubmissionDesk.states(desk.ended(receipt))).isEqualTo(expected);
        assertThat(store.failures()).isEqualTo(before + 1);
    }

    @Test
    void storesAnAttachmentAtTheNextDeliveryWhenTheDiskFailed() throws IOException {
        byte[] body = Files.readAllBytes(GOLDEN.resolve("document-axis/two-attachments.push.xml"));
        int before = store.failures();

        store.failNextWrite();
        UUID receipt = UUID.randomUUID();
        DoorMessages.of(hub, "document-axis", "application/xml").push(receipt, body, null);

        assertThat(SubmissionDesk.states(desk.ended(receipt))).containsExactly(RecordState.REGISTERED);
        assertThat(store.failures()).isEqualTo(before + 1);
    }

    @Test
    void resumesASplitBehindTheLastKeptChunkWhenTheDiskFailed() {
        byte[] register = HealthRegister.of(1_203, 1).getBytes(StandardCharsets.UTF_8);
        int before = store.failures();

        store.failNextReadAfter(register.length * 3 / 4);
        UUID receipt = push("health", "text/csv", register);

        assertThat(desk.ended(receipt).counts().registered()).isEqualTo(1_203);
        assertThat(desk.count("select count(*) from hub.records where receipt = :id", receipt))
                .isEqualTo(1_203);
        assertThat(desk.count("select count(*) from hub.events where receipt = :id and kind = 'STATUS'", receipt))
                .isEqualTo(1_203);
        assertThat(store.failures()).isEqualTo(before + 1);
    }

    private static UUID push(String sender, String type, byte[] body) {
        ContentRef spooled = store.put(new ByteArrayInputStream(body));
        UUID receipt = UUID.randomUUID();
        DoorMessages.of(hub, sender, type).push(receipt, body, spooled.sha256());
        return receipt;
    }
}
