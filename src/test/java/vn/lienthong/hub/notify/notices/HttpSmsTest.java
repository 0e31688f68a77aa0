package vn.lienthong.hub.notify.notices;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.hub.notify.notices.Delivery.Verdict;
import vn.lienthong.hub.platform.PlatformFixture;

/** What the answers of an SMS gateway mean. */
class HttpSmsTest {

    private static final Message MESSAGE =
            new Message("n7", Channel.SMS, "0900000001", "", "Hồ sơ \"X\" đã được tiếp nhận");

    private final WireMockServer gateway = SmsStandIn.start();
    private final SmsRules rules = NoticeRules.read(
                    PlatformFixture.projectConfig().current().find(NoticeRules.FILE))
            .sms();

    @AfterEach
    void stops() {
        gateway.stop();
    }

    @ParameterizedTest
    @CsvSource({"0900000001, SENT", "0900000099, REFUSED", "0900000098, UNAVAILABLE"})
    void takesTheCodeInTheBodyForTheTruth(String number, Verdict verdict) {
        assertThat(sms().send(new Message("n1", Channel.SMS, number, "", "x")).verdict())
                .isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"code\":\"777\"} | UNAVAILABLE",
                "200 | <html>Lỗi</html> | UNKNOWN",
                "200 | {\"message\":\"ok\"} | UNKNOWN",
                "400 | {} | REFUSED",
                "429 | {} | UNAVAILABLE",
                "502 | bad gateway | UNKNOWN"
            })
    void believesNoStatusAlone(int status, String body, Verdict verdict) {
        gateway.stubFor(post(urlEqualTo("/other"))
                .willReturn(aResponse().withStatus(status).withBody(body)));
        assertThat(at("/other").send(MESSAGE).verdict()).isEqualTo(verdict);
    }

    @Test
    void doesNotKnowWhatBecameOfACallThatBroke() {
        gateway.stubFor(post(urlEqualTo("/broken")).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        assertThat(at("/broken").send(MESSAGE).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void knowsThatNothingWasSentWhenNobodyListens() {
        HttpSms nobody = new HttpSms(rules, URI.create("http://127.0.0.1:1/"), "");
        assertThat(nobody.send(MESSAGE).verdict()).isEqualTo(Verdict.UNAVAILABLE);
    }

    @Test
    void sendsTheTextAsJsonWithTheNoticesOwnId() {
        sms().send(MESSAGE);
        var sent = gateway.findAll(postRequestedFor(urlEqualTo("/sms/send"))).getFirst();
        assertThat(sent.getBodyAsString())
                .isEqualTo(
                        "{\"to\":\"0900000001\",\"text\":\"Hồ sơ \\\"X\\\" đã được tiếp nhận\",\"requestId\":\"n7\"}");
    }

    private HttpSms sms() {
        return at("/sms/send");
    }

    private HttpSms at(String path) {
        return new HttpSms(rules, URI.create(gateway.baseUrl() + path), "");
    }
}
