package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.catalog.agency.Resolution;
import vn.lienthong.hub.catalog.sender.Contract;
import vn.lienthong.hub.catalog.sender.Reply;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.platform.PlatformFixture;

class SendersTest {

    private static final String PATH = "departments/test-office.yaml";
    private static final String FILE = """
            name: Test office
            agency: 000.00.14.H52
            format: json
            contract: snapshots
            reply: outcome 5s
            maxBody: 1MB
            contentTypes: [application/json]
            statuses: {new: 1}
            """;

    @Test
    void describesASenderByItsFile() {
        Sender sender = senders(FILE).find("test-office").orElseThrow();
        assertThat(sender.contract()).isEqualTo(Contract.SNAPSHOTS);
        assertThat(sender.reply()).isEqualTo(Reply.outcome(Duration.ofSeconds(5)));
        assertThat(sender.maxBodyBytes()).isEqualTo(1 << 20);
        assertThat(sender.settings().at("/statuses/new").asInt()).isEqualTo(1);
    }

    @Test
    void readsEverySenderOfTheProjectAndKnowsItsAgency() {
        CatalogFixture project = CatalogFixture.ofProject();
        assertThat(project.senders().all())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(sender -> assertThat(
                                project.agencies().resolve(sender.agencyCode(), null, LocalDate.of(2026, 8, 24)))
                        .as(sender.id())
                        .isInstanceOf(Resolution.Found.class));
    }

    @Test
    void doesNotKnowASenderWithoutAFile() {
        assertThat(senders(FILE).find("nobody")).isEmpty();
    }

    @Test
    void answersWithAReceiptUnlessTheContractSaysOtherwise() {
        Sender sender = senders(FILE.replace("reply: outcome 5s", ""))
                .find("test-office")
                .orElseThrow();
        assertThat(sender.reply()).isEqualTo(Reply.RECEIPT);
    }

    @Test
    void refusesAFileWithoutAContractAndNamesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> senders(FILE.replace("contract: snapshots", "")))
                .withMessageContaining(PATH)
                .withMessageContaining("contract");
    }

    private static Senders senders(String file) {
        Map<String, String> files =
                new TreeMap<>(PlatformFixture.projectConfig().current().files());
        files.put(PATH, file);
        return CatalogFixture.of(PlatformFixture.config(files), "son-la").senders();
    }
}
