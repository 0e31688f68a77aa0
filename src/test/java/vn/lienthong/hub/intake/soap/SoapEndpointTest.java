package vn.lienthong.hub.intake.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.WebServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.FileSystemUtils;
import vn.lienthong.hub.RunningHub;
import vn.lienthong.hub.intake.soap.HouseholdService.HoSoDangKyHoKinhDoanh;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.RealParts;

/** A real client (CXF), made from the served description, calls the service of a running hub. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoapEndpointTest {

    private static final String SENDER = "household-business";
    private static final String PATIENT = "household-business-patient";
    private static final Path GOLDEN = Path.of("src/test/resources/departments", SENDER);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RunningHub hub = RunningHub.start(home(), RealParts.shared().addressesWithFreshDatabase());

    @AfterAll
    void stop() {
        hub.close();
    }

    @Test
    void answersAClientMadeFromItsDescriptionWithAReceiptThatTellsTheOutcome() {
        String receipt = client(SENDER).nopHoSo(filed(901, "014090000001"));

        assertThat(receipt).matches("[a-z2-7]{39}");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(hub.as(SENDER)
                                .gets("/api/v1/submissions/" + receipt)
                                .json()
                                .path("counts")
                                .path("registered")
                                .asInt(0))
                        .isOne());
    }

    @Test
    void saysRegisteredOnlyOnceTheRegisterDoes() {
        assertThat(client(PATIENT).nopHoSo(filed(902, "014090000001"))).isEqualTo("Đã vào sổ: HKD-902");
    }

    @Test
    void tellsARefusalAsAFaultInWords() {
        assertThatThrownBy(() -> client(PATIENT).nopHoSo(filed(903, "000000001")))
                .isInstanceOf(WebServiceException.class)
                .cause()
                .isInstanceOfSatisfying(SoapFault.class, fault -> {
                    assertThat(fault.getFaultCode().getLocalPart()).isEqualTo("Client");
                    assertThat(fault.getReason()).contains("giayTo.soGiayChungThuc", "là số giả");
                });
    }

    @Test
    void doesNotServeWhatTheHubCannotDo() {
        assertThatThrownBy(() -> client(SENDER).xoaHoSo(11))
                .isInstanceOf(WebServiceException.class)
                .hasMessageContaining("nopHoSo");
    }

    @ParameterizedTest
    @CsvSource({
        "undecodable-not-closed.push.xml, Client, malformed-soap",
        "undecodable-dtd.push.xml, Client, malformed-soap",
        "undecodable-namespace-of-soap-1-2.push.xml, VersionMismatch, soap-version",
        "refused-deletion.push.xml, Client, unknown-operation",
        "list-asked-for.push.xml, Client, unknown-operation"
    })
    void tellsWhatIsWrongWithAnEnvelopeAsAFault(String file, String code, String kind) throws Exception {
        HttpResponse<String> answer = calls(SENDER, Files.readString(GOLDEN.resolve(file)), key(SENDER));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml;charset=UTF-8");
        assertThat(answer.body()).contains("<faultcode>s:" + code + "</faultcode>", "urn:lienthong:problem:" + kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"no\":\"xml\"} | malformed-soap",
                "<a/> | malformed-soap",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body/></s:Envelope> | malformed-soap",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'/> | malformed-soap",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header><x s:mustUnderstand='1'/></s:Header>"
                        + "<s:Body><nopHoSo/></s:Body></s:Envelope> | must-understand",
            })
    void takesOnlyEnvelopes(String body, String kind) throws Exception {
        assertThat(calls(SENDER, body, key(SENDER)).body()).contains("urn:lienthong:problem:" + kind);
    }

    @Test
    void takesAnEnvelopeTooLargeForAMessageAndTurnsATooLargeOneDown() throws Exception {
        String envelope = Files.readString(GOLDEN.resolve("new-dossier.push.xml"));
        String padded = envelope.replace("<congDan>", "<!--" + "x".repeat(300 * 1024) + "--><congDan>");
        assertThat(calls(SENDER, padded, key(SENDER)).statusCode()).isEqualTo(200);

        HttpResponse<String> tooLarge = calls(PATIENT, padded.repeat(4), key(PATIENT));
        assertThat(tooLarge.body()).contains("urn:lienthong:problem:too-large");
    }

    @Test
    void opensToTheKeyOfThisSenderOnlyAndNamesTheWayToShowIt() throws Exception {
        String envelope = Files.readString(GOLDEN.resolve("new-dossier.push.xml"));

        HttpResponse<String> nobody = calls(SENDER, envelope, "wrong");
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"lienthong\"");
        assertThat(calls(SENDER, envelope, key("land")).body()).contains("foreign-sender");
        assertThat(calls("land", envelope, key("land")).body()).contains("unsupported-type");
        assertThat(get("/soap/land?wsdl").statusCode()).isEqualTo(404);
        assertThat(get("/soap/" + SENDER).statusCode()).isEqualTo(405);
    }

    @Test
    void takesTheKeyInAHeaderToo() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("/soap/" + SENDER))
                .header("Content-Type", "text/xml")
                .header("X-Api-Key", key(SENDER))
                .POST(BodyPublishers.ofFile(GOLDEN.resolve("progress.push.xml")))
                .build();
        assertThat(HTTP.send(request, BodyHandlers.ofString()).body()).contains("nopHoSoResponse", "<return>");
    }

    private HouseholdService client(String sender) {
        try {
            var description = address("/soap/" + sender + "?wsdl").toURL();
            HouseholdService service = Service.create(description, new QName(HouseholdService.NAMESPACE, "HoSoWS"))
                    .getPort(HouseholdService.class);
            ((BindingProvider) service)
                    .getRequestContext()
                    .putAll(Map.of(
                            BindingProvider.USERNAME_PROPERTY, sender, BindingProvider.PASSWORD_PROPERTY, key(sender)));
            return service;
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static HoSoDangKyHoKinhDoanh filed(int number, String id) {
        var filed = new HoSoDangKyHoKinhDoanh();
        filed.congDan = new HouseholdService.CongDan();
        filed.congDan.tenCongDan = "TRẦN VĂN THỬ";
        filed.congDan.ngaySinh = "1/1/1990";
        filed.congDan.diaChiThuongTru = "Số 1 đường Mẫu";
        filed.giayTo = new HouseholdService.GiayTo();
        filed.giayTo.soGiayChungThuc = id;
        filed.giayTo.tenGiayChungThuc = "CCCD";
        filed.loaiHoSo = "HKD";
        filed.maHoSo = number;
        filed.trangThaiHoSo = "Chờ xử lý";
        filed.tenHoKinhDoanh = "Quán Mẫu";
        filed.soVonKinhDoanh = 5.0E7;
        filed.ngayDangKy = "24-8-2026";
        filed.loaiDoiTuong = "1";
        filed.hinhThucTra = "0";
        return filed;
    }

    private HttpResponse<String> calls(String sender, String envelope, String key) throws Exception {
        String login = Base64.getEncoder().encodeToString((sender + ":" + key).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(address("/soap/" + sender))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .header("Authorization", "Basic " + login)
                .POST(BodyPublishers.ofString(envelope))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create(hub.anonymous().url() + path);
    }

    private String key(String sender) {
        return hub.as(sender).key();
    }

    /** Beside the sender that gets receipts, one that waits for the outcome and may send less. */
    private static HubHome home() {
        try {
            HubHome fresh = RealParts.shared().freshHome();
            Path config = fresh.data().resolve("proposed-config");
            FileSystemUtils.copyRecursively(fresh.config(), config);
            Files.writeString(
                    config.resolve("departments").resolve(PATIENT + ".yaml"),
                    "mapping: departments/" + SENDER + ".yaml\n"
                            + "reply: outcome 20s\nmaxBody: 1MB\n"
                            + "soap: {replies: {registered: 'Đã vào sổ: {code}'}}\n");
            Files.write(
                    config.resolve("province/son-la/senders.yaml"),
                    List.of(PATIENT + ": {name: Hộ kinh doanh, agency: H52.18}"),
                    StandardOpenOption.APPEND);
            return new HubHome(fresh.mode(), fresh.data(), fresh.secrets(), fresh.routes(), config, fresh.mocks());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
