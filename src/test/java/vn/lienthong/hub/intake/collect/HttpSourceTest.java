package vn.lienthong.hub.intake.collect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.HttpStatus;
import vn.lienthong.hub.platform.http.ProblemException;

/** Lists fetched over HTTP from a real server, page by page, by nodes on one database. */
class HttpSourceTest {

    private static final String LIST = "/pa/dossier/search";

    private final WireMockServer api =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final CollectRig rig = new CollectRig();

    @BeforeEach
    void start() {
        api.start();
    }

    @AfterEach
    void stop() {
        api.stop();
        rig.close();
    }

    @Test
    void handsOverEachThingOfEveryPageOnceHoweverOftenItIsFetched() {
        pages(things(1, 2), things(3, 4), things(5));
        Collector node = node("one");

        rig.looks(node);
        assertThat(rig.handed).containsExactlyElementsOf(enveloped(1, 2, 3, 4, 5));
        assertThat(rig.trouble()).isEqualTo("null");

        rig.pass(Duration.ofMinutes(5));
        rig.looks(node);
        assertThat(rig.handed).hasSize(5);
        assertThat(asked()).hasSize(6);
    }

    @Test
    void asksAgainForALittleOfTheTimeBeforeAfterARestart() {
        pages(things(1));
        rig.looks(node("one"));
        rig.pass(Duration.ofMinutes(5));
        rig.looks(node("one, started again"));

        assertThat(asked().stream()
                        .map(request -> request.queryParameter("from").firstValue()))
                .containsExactly("2026-08-24T00:00:00", "2026-08-24T09:30:00");
        assertThat(asked().stream().map(request -> request.queryParameter("to").firstValue()))
                .containsExactly("2026-08-24T10:00:00", "2026-08-24T10:05:00");
    }

    @Test
    void looksAgainOnlyWhenThatIsDue() {
        pages(things(1));
        Collector node = node("one");
        rig.looks(node);
        rig.pass(Duration.ofMinutes(4));
        rig.looks(node);
        assertThat(asked()).hasSize(1);
    }

    @Test
    void takesAThingThatCameToLookAsItDidBeforeForNews() {
        Collector node = node("one");
        for (String state : List.of("\"xử lý\"", "\"chờ\"", "\"xử lý\"")) {
            pages("{\"id\":1,\"state\":" + state + "}");
            rig.looks(node);
            rig.pass(Duration.ofMinutes(5));
        }
        assertThat(rig.handed).hasSize(3);
        assertThat(rig.distinct).doesNotHaveDuplicates();
    }

    static Stream<Arguments> badAnswers() {
        return Stream.of(
                Arguments.of("HTTP 500", answer(500, "{}")),
                Arguments.of("HTTP 302", aResponse().withStatus(302).withHeader("Location", "/login")),
                Arguments.of(
                        "a page for people (HTML) instead of the list",
                        answer(200, "<html>Đăng nhập</html>").withHeader("Content-Type", "text/html")),
                Arguments.of("a page for people (HTML) instead of the list", answer(200, " <!doctype html>")),
                Arguments.of("the answer is not whole JSON", answer(200, "{\"content\":[{\"id\":3},")),
                Arguments.of("the answer has no list at content", answer(200, "{\"error\":\"bận\"}")),
                Arguments.of("page 1 repeats the one before", answer(200, page(1, false, things(1, 2)))),
                Arguments.of("asked for page 1, it says it is '2'", answer(200, page(2, true, things(5)))),
                Arguments.of("asked for page 1, it says it is '0'", answer(200, page(0, true, things(9)))),
                Arguments.of(
                        "the answer does not say at last whether it is the last",
                        answer(200, "{\"content\":[],\"number\":1}")),
                Arguments.of("not reached", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                Arguments.of("no whole answer within 1 s", answer(200, "{}").withFixedDelay(3_000)),
                Arguments.of("no whole answer within 1 s", answer(200, "{}  ").withChunkedDribbleDelay(4, 4_000)),
                Arguments.of("the answer is longer than the sender may send", answer(200, " ".repeat((1 << 20) + 1))));
    }

    /** The second page goes wrong: the look fails where people see it, and is made again from its beginning. */
    @ParameterizedTest
    @MethodSource
    void badAnswers(String trouble, ResponseDefinitionBuilder second) {
        answers(0, answer(200, page(0, false, things(1, 2))));
        answers(1, second);
        Collector node = node("one");

        rig.looks(node);
        assertThat(rig.trouble()).contains(trouble);
        assertThat(rig.line().failures()).isOne();
        assertThat(rig.line().cursor()).isNull();
        assertThat(rig.handed).hasSize(2);

        answers(1, answer(200, page(1, true, things(3))));
        rig.pass(Duration.ofMinutes(5));
        rig.looks(node);
        assertThat(rig.trouble()).isEqualTo("null");
        assertThat(rig.handed).containsExactlyElementsOf(enveloped(1, 2, 3));
        assertThat(asked().stream()
                        .map(request -> request.queryParameter("from").firstValue()))
                .containsOnly("2026-08-24T00:00:00");
    }

    @Test
    void goesOnWhereTheDoorFailedAndSaysTheSameThingInTheSameWords() {
        pages(things(1, 2, 3));
        Collector node = node("one");
        rig.doorFailsAfter(
                1, new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, "broker-unavailable", "could not be kept"));
        rig.looks(node);
        assertThat(rig.trouble()).isEqualTo("broker-unavailable: could not be kept");
        assertThat(rig.line().cursor()).isNull();

        rig.doorWorks();
        rig.pass(Duration.ofMinutes(5));
        rig.looks(node);
        assertThat(rig.handed).hasSize(4);
        assertThat(rig.distinct.stream().distinct()).hasSize(3);
        assertThat(rig.distinct.get(1)).isEqualTo(rig.distinct.get(0));
    }

    @Test
    void letsOneNodeLookAtATimeAndAnotherGoOnWhenItDied() {
        pages(things(1), things(2));
        Collector two = node("two");
        rig.looks(two);
        rig.isDue();
        Round dead = rig.rounds("dead").claim("collected", "http").orElseThrow();

        rig.looks(two);
        assertThat(asked()).hasSize(2);

        rig.pass(CollectRig.LEASE.plusSeconds(1));
        rig.looks(two);
        assertThat(asked()).hasSize(4);
        assertThat(rig.line().cursor()).isNotEqualTo(dead.cursor());
        assertThat(rig.handed).hasSize(2);
    }

    @Test
    void changesNothingOnceAnotherNodeHasTakenOver() throws Exception {
        Round slow = rig.rounds("slow").claim("collected", "http").orElseThrow();
        rig.pass(CollectRig.LEASE.plusSeconds(1));
        Round next = rig.rounds("next").claim("collected", "http").orElseThrow();
        rig.rounds("next").advance(next, "2026-08-24T03:00:00Z");

        assertThat(catchThrowable(() -> rig.rounds("slow").advance(slow, "2020-01-01T00:00:00Z")))
                .isInstanceOf(CollectFailure.class);
        rig.rounds("slow").failed(slow, Duration.ZERO, "late");
        assertThat(rig.line().cursor()).isEqualTo("2026-08-24T03:00:00Z");
        assertThat(rig.line().trouble()).isNull();
    }

    @Test
    void catchesUpWithALongAbsenceInParts() {
        pages(things(1));
        Collector node = rig.node("one", "json", section("2026-08-21", ""));
        for (int look = 0; look < 6; look++) {
            rig.looks(node);
        }
        assertThat(asked().stream().map(request -> request.queryParameter("to").firstValue()))
                .containsExactly(
                        "2026-08-22T00:00:00", "2026-08-23T00:00:00", "2026-08-24T00:00:00", "2026-08-24T10:00:00");
    }

    @Test
    void asksForATokenAndForAnotherOnceItIsNoLongerGood() {
        rig.environment
                .withProperty("LIENTHONG_COLLECT_USER_COLLECTED", "hub")
                .withProperty("LIENTHONG_COLLECT_SECRET_COLLECTED", "bí \"mật\"");
        pages(things(1));
        String login = """
                login:
                  url: %s/token
                  body: '{"userName":"{user}","password":"{secret}"}'
                  token: data.token
                headers: {Authorization: "Bearer {token}"}
                """.formatted(api.baseUrl());
        Collector node = rig.node("one", "json", section("2026-08-24", login));
        api.stubFor(post("/token").willReturn(answer(200, "{\"data\":{\"token\":\"t1\"}}")));
        rig.looks(node);

        api.stubFor(post("/token").willReturn(answer(200, "{\"data\":{\"token\":\"t2\"}}")));
        api.stubFor(get(urlPathEqualTo(LIST))
                .atPriority(1)
                .withHeader("Authorization", equalTo("Bearer t1"))
                .willReturn(answer(401, "")));
        rig.isDue();
        rig.looks(node);

        assertThat(rig.trouble()).isEqualTo("null");
        assertThat(asked().getLast().getHeader("Authorization")).isEqualTo("Bearer t2");
        api.verify(
                2,
                postRequestedFor(urlPathEqualTo("/token"))
                        .withRequestBody(equalTo("{\"userName\":\"hub\",\"password\":\"bí \\\"mật\\\"\"}")));
    }

    @Test
    void takesAllThatIsAnnouncedOrSaysThatSomeIsMissing() {
        String totals = "paging: {first: 1, size: 2, total: total}";
        Collector node = rig.node("one", "json", plain(totals));
        answersAt("offset", "0", answer(200, "{\"total\":3,\"data\":[" + things(1, 2) + "]}"));
        answersAt("offset", "2", answer(200, "{\"total\":3,\"data\":[" + things(2) + "]}"));
        rig.looks(node);
        assertThat(rig.trouble()).isEqualTo("the pages hold 2 of 3 things");

        answersAt("offset", "2", answer(200, "{\"total\":3,\"data\":[" + things(3) + "]}"));
        rig.isDue();
        rig.looks(node);
        assertThat(rig.trouble()).isEqualTo("null");
        assertThat(rig.handed).hasSize(3);
    }

    /** A system that gives ten when asked for a hundred has not said that there are no more. */
    @Test
    void endsAListThatDoesNotTellItsLengthOnlyAtAnEmptyPage() {
        Collector node = rig.node("one", "json", plain("paging: {size: 100}"));
        answersAt("offset", "0", answer(200, "{\"data\":[" + things(1, 2) + "]}"));
        answersAt("offset", "2", answer(200, "{\"data\":[" + things(3) + "]}"));
        answersAt("offset", "3", answer(200, "{\"data\":[]}"));
        rig.looks(node);
        assertThat(rig.handed).hasSize(3);
        assertThat(rig.trouble()).isEqualTo("null");
    }

    @Test
    void asksAServiceOverSoapAndTakesTheElementsOfItsAnswer() {
        api.stubFor(post("/ws")
                .withRequestBody(containing("layListHoSo"))
                .willReturn(answer(200, soap("<return><maHoSo>1</maHoSo></return><return><maHoSo>2</maHoSo></return>"))
                        .withHeader("Content-Type", "text/xml;charset=UTF-8")));
        Collector node = rig.node("one", "xml", soapSection());
        rig.looks(node);
        rig.isDue();
        rig.looks(node);
        assertThat(rig.handed).hasSize(2).first().asString().contains("layListHoSoResponse", "<maHoSo>1</maHoSo>");

        api.stubFor(post("/ws").willReturn(answer(500, soapFault("phiên hết hạn"))));
        rig.isDue();
        rig.looks(node);
        assertThat(rig.trouble()).isEqualTo("SOAP fault: phiên hết hạn");
        api.verify(postRequestedFor(urlPathEqualTo("/ws")).withHeader("SOAPAction", equalTo("\"\"")));
    }

    private Collector node(String name) {
        return rig.node(name, "json", section("2026-08-24", ""));
    }

    private String section(String day, String more) {
        return """
                by: http
                url: %s%s?page={page}&size={size}&from={from}&to={to}
                every: 5m
                timeout: 1s
                items: content
                id: id
                paging: {first: 0, size: 2, number: number, last: last}
                window: {overlap: 30m, start: "%s"}
                """.formatted(api.baseUrl(), LIST, day) + more;
    }

    private String plain(String more) {
        return """
                by: http
                url: %s%s?offset={offset}&size={size}
                items: data
                id: id
                """.formatted(api.baseUrl(), LIST) + more;
    }

    private String soapSection() {
        return """
                by: http
                url: %s/ws
                contentType: text/xml; charset=utf-8
                accept: text/xml
                headers: {SOAPAction: '""'}
                body: |
                  <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ws="http://ws/"><s:Body><ws:layListHoSo/></s:Body></s:Envelope>
                items: Envelope.Body.layListHoSoResponse.return
                id: maHoSo
                """.formatted(api.baseUrl());
    }

    private static String soap(String things) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
                + "<ws:layListHoSoResponse xmlns:ws=\"http://ws/\">" + things
                + "</ws:layListHoSoResponse></s:Body></s:Envelope>";
    }

    private static String soapFault(String words) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>"
                + "<faultcode>s:Server</faultcode><faultstring>" + words
                + "</faultstring></s:Fault></s:Body></s:Envelope>";
    }

    private void pages(String... pages) {
        for (int number = 0; number < pages.length; number++) {
            answers(number, answer(200, page(number, number == pages.length - 1, pages[number])));
        }
    }

    private void answers(int page, ResponseDefinitionBuilder answer) {
        answersAt("page", Integer.toString(page), answer);
    }

    private void answersAt(String parameter, String value, ResponseDefinitionBuilder answer) {
        api.stubFor(get(urlPathEqualTo(LIST))
                .withQueryParam(parameter, equalTo(value))
                .willReturn(answer));
    }

    private List<LoggedRequest> asked() {
        return api.findAll(getRequestedFor(urlPathEqualTo(LIST)));
    }

    private static ResponseDefinitionBuilder answer(int status, String body) {
        return aResponse().withStatus(status).withBody(body);
    }

    private static String page(int number, boolean last, String things) {
        return "{\"content\":[" + things + "],\"last\":" + last + ",\"number\":" + number + "}";
    }

    private static String things(int... ids) {
        return IntStream.of(ids).mapToObj(id -> "{\"id\":" + id + "}").collect(Collectors.joining(","));
    }

    private static List<String> enveloped(int... ids) {
        return IntStream.of(ids)
                .mapToObj(id -> "{\"content\":[{\"id\":" + id + "}]}")
                .toList();
    }
}
