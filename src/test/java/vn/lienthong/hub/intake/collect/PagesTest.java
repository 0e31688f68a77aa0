package vn.lienthong.hub.intake.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.platform.content.Sha256;

class PagesTest {

    private static final String SOAP = """
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
             xmlns:ws="http://ws/"><s:Body><ws:listResponse>
              <return xsi:type="ws:form"><no>1</no><name>Một &amp; hai</name></return>
              <return xsi:type="ws:form"><no>2</no></return>
            </ws:listResponse></s:Body></s:Envelope>""";

    @Test
    void cutsTheThingsOfAListOutByteForByte() throws Exception {
        String one = "{ \"id\":1, \"chủ\":\"Trần\",\"vốn\":5.0E7, \"id\":2 }";
        Page page = json("{\"number\":0,\"content\" : [ " + one + " ,{\"id\":3}],\"last\":true}");

        List<Item> items = page.items("content", "id");

        assertThat(text(items.get(0))).isEqualTo("{\"content\":[" + one + "]}");
        assertThat(text(items.get(1))).isEqualTo("{\"content\":[{\"id\":3}]}");
        assertThat(items.get(0).sha256()).isEqualTo(Sha256.hex(one));
        assertThat(page.fact("last")).isEqualTo("true");
        assertThat(page.fact("number")).isEqualTo("0");
        assertThat(page.fact("total")).isEmpty();
    }

    @Test
    void findsListsDeepInsideAndListsThatAreTheAnswer() throws Exception {
        assertThat(json("{\"a\":[1],\"result\":{\"x\":{},\"data\":[{\"id\":\"7\"}]}}")
                        .items("result.data", "id"))
                .singleElement()
                .satisfies(item -> assertThat(text(item)).isEqualTo("{\"result\":{\"data\":[{\"id\":\"7\"}]}}"));
        assertThat(json("\ufeff[{\"id\":\"7\"}]").items("", "id"))
                .singleElement()
                .satisfies(item -> assertThat(text(item)).isEqualTo("{\"id\":\"7\"}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"content\":[{\"id\":1}]          | the answer is not whole JSON",
                "{\"content\":[{\"id\":1},          | the answer is not whole JSON",
                "{\"content\":{\"id\":1}}           | the answer has no list at content",
                "{\"content\":null}                 | the answer has no list at content",
                "{\"error\":\"busy\"}               | the answer has no list at content",
                "{\"content\":[1,2]}                | a thing of the list is no object",
                "[]                                 | the answer has no list at content",
                "busy                               | the answer is not whole JSON"
            })
    void takesNothingElseForAList(String answer, String why) {
        assertThatThrownBy(() -> json(answer).items("content", "id"))
                .isInstanceOf(CollectFailure.class)
                .hasMessage(why);
    }

    @Test
    void cutsElementsOutOfTheAnswerOfAServiceWithWhatTheyNeed() throws Exception {
        Page page = new XmlPage(bytes(SOAP));

        List<Item> items = page.items("Envelope.Body.listResponse.return", "no");

        assertThat(items).hasSize(2);
        assertThat(text(items.get(0)))
                .contains(
                        "<name>Một &amp; hai</name>", "xsi:type=\"ws:form\"", "xmlns:ws=\"http://ws/\"", "listResponse")
                .doesNotContain("<no>2</no>");
        assertThat(items.get(0).name()).isEqualTo(Sha256.hex(bytes("1")));
    }

    @Test
    void takesAnEmptyAnswerOfAServiceForAnEmptyListAndAnotherForNone() throws Exception {
        String empty = SOAP.replaceAll("(?s)<return.*</return>", "");
        assertThat(new XmlPage(bytes(empty)).items("Envelope.Body.listResponse.return", "no"))
                .isEmpty();
        assertThatThrownBy(() -> new XmlPage(bytes(SOAP)).items("Envelope.Body.otherResponse.return", "no"))
                .hasMessage("the answer has no list at Envelope.Body.otherResponse.return");
    }

    @Test
    void tellsTheWordsOfASoapFault() {
        assertThatThrownBy(() -> new XmlPage(bytes("""
                        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>
                        <faultcode>s:Server</faultcode><faultstring> hết hạn </faultstring></s:Fault></s:Body></s:Envelope>"""))).hasMessage("SOAP fault: hết hạn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<a><b></a>", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>", "{}", ""})
    void takesNothingElseForXml(String answer) {
        assertThatThrownBy(() -> new XmlPage(bytes(answer))).hasMessage("the answer is not whole XML");
    }

    private static JsonPage json(String answer) throws CollectFailure {
        return new JsonPage(bytes(answer));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Item item) {
        return new String(item.body(), StandardCharsets.UTF_8);
    }
}
