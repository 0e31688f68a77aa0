package vn.lienthong.hub.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.catalog.agency.Resolution;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.platform.PlatformFixture;

/** Every system that a province names is connected: it has its four places, and the catalog knows whose it is. */
class SendersOfProvincesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<String> DEPARTMENTS = List.of(
            "home-affairs",
            "finance",
            "construction",
            "agriculture-environment",
            "science-technology",
            "ethnic-religion",
            "education",
            "health",
            "justice",
            "culture-sports-tourism",
            "industry-trade",
            "inspectorate");

    @ParameterizedTest
    @ValueSource(strings = {"son-la", "thanh-hoa"})
    void haveTheirFourPlacesAndAnAgency(String province) {
        CatalogFixture catalog = of(province);
        List<Sender> named = catalog.senders().all().stream()
                .filter(sender -> Files.exists(Path.of("config/departments", sender.id() + ".yaml")))
                .toList();
        assertThat(named).hasSizeGreaterThanOrEqualTo(26).allSatisfy(sender -> {
            assertThat(Path.of("routes/departments", sender.id() + ".camel.yaml"))
                    .content()
                    .contains("receive-" + sender.id(), "register-" + sender.id());
            assertThat(files(Path.of("mocks/departments", sender.id(), "story"), ".yaml"))
                    .isNotEmpty();
            assertThat(files(Path.of("src/test/resources/departments", sender.id()), ".normalised.json"))
                    .isNotEmpty();
            assertThat(catalog.agencies().resolve(sender.agencyCode(), null, TODAY))
                    .as("%s of %s", sender.agencyCode(), sender.id())
                    .isInstanceOf(Resolution.Found.class);
            assertThat(sender.name()).doesNotContain(province.equals("son-la") ? "Thanh Hóa" : "Sơn La");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"son-la", "thanh-hoa"})
    void includeEveryDepartmentOf2025(String province) {
        assertThat(ids(of(province))).containsAll(DEPARTMENTS);
    }

    @ParameterizedTest
    @CsvSource({"son-la, foreign-affairs", "son-la, economic-zone"})
    void leaveOutWhatTheProvinceDoesNotName(String province, String sender) {
        assertThat(of(province).senders().find(sender)).isEmpty();
        assertThat(new ActiveSenders(of(province).senders()).runs(sender)).isFalse();
        assertThat(of("thanh-hoa").senders().find(sender)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"son-la", "thanh-hoa"})
    void haveAnInventedContactInTheDemonstrationAlone(String province) {
        assertThat(of(province).senders().all()).allSatisfy(sender -> {
            assertThat(sender.settings().at("/contact/name").asString())
                    .as(sender.id())
                    .startsWith("Bộ phận CNTT, ");
            assertThat(sender.settings().at("/contact/email").asString()).endsWith("@example.vn");
        });
        Map<String, String> files =
                new HashMap<>(PlatformFixture.projectConfig().current().files());
        files.keySet().removeIf(path -> path.startsWith("demo/"));
        assertThat(CatalogFixture.of(PlatformFixture.config(files), province)
                        .senders()
                        .all())
                .hasSizeGreaterThanOrEqualTo(26)
                .allSatisfy(
                        sender -> assertThat(sender.settings().has("contact")).isFalse());
    }

    @Test
    void areAskedWhereTheProvinceSaysWhateverTheDemonstrationInvents() {
        Map<String, String> files =
                new HashMap<>(PlatformFixture.projectConfig().current().files());
        files.put("province/son-la/senders.yaml", """
                finance: {name: Sở Tài chính, agency: H52.18, contact: {name: Phòng CNTT, phone: "1", email: a@b.vn}}
                """);
        assertThat(CatalogFixture.of(PlatformFixture.config(files), "son-la")
                        .senders()
                        .find("finance")
                        .orElseThrow()
                        .settings()
                        .path("contact")
                        .toString())
                .contains("Phòng CNTT", "a@b.vn")
                .doesNotContain("0212", "example.vn");
    }

    @Test
    void sayNothingOfAProvinceInTheirOwnFiles() {
        assertThat(Stream.of("config/departments", "config/formats")
                        .flatMap(folder -> files(Path.of(folder), ".yaml").stream()))
                .hasSizeGreaterThan(40)
                .allSatisfy(file -> assertThat(file).content().doesNotContain("H52", "H56", "Sơn La", "Thanh Hóa"));
    }

    @Test
    void mustHaveAFile() {
        Map<String, String> files =
                new HashMap<>(PlatformFixture.projectConfig().current().files());
        files.put("province/son-la/senders.yaml", "moon-office: {name: Sở Mặt trăng, agency: H52.99}\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogFixture.of(PlatformFixture.config(files), "son-la"))
                .withMessageContaining("province/son-la/senders.yaml")
                .withMessageContaining("moon-office");
    }

    @Test
    void mayDifferFromTheirFormatAndInAProvince() {
        Map<String, String> files =
                new HashMap<>(PlatformFixture.projectConfig().current().files());
        files.put("province/son-la/senders.yaml", """
                finance: {name: Sở Tài chính, agency: H52.18, maxBody: 1MB, status: {table: {"2": park}}}
                """);
        Sender finance = CatalogFixture.of(PlatformFixture.config(files), "son-la")
                .senders()
                .find("finance")
                .orElseThrow();
        assertThat(finance.maxBodyBytes()).isEqualTo(1 << 20);
        assertThat(finance.settings().at("/status/table/2").asString()).isEqualTo("park");
        assertThat(finance.settings().at("/status/table/1/is").asString()).isEqualTo("SUBMITTED");
    }

    private static TreeSet<String> ids(CatalogFixture catalog) {
        TreeSet<String> ids = new TreeSet<>();
        catalog.senders().all().forEach(sender -> ids.add(sender.id()));
        return ids;
    }

    private static CatalogFixture of(String province) {
        return CatalogFixture.of(PlatformFixture.projectConfig(), province);
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException absent) {
            return List.of();
        }
    }
}
