package vn.lienthong.hub.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.console.api.Answer;
import vn.lienthong.hub.console.pages.DossierTexts.Text;

/** What was said of one dossier, out of calls that said more. */
class DossierTextsTest {

    private static final String CODE = "H52-1";

    private final DossierTexts texts = new DossierTexts(
            answer(Map.of("records", List.of())),
            answer(Map.of("code", CODE)),
            answer(Map.of(
                    "attempts",
                    List.of(
                            call("2", "TraCuuHoSo", "{\"mahoso\":\"H52-1\"}"),
                            call(
                                    "1",
                                    "DongBoHoSoMC",
                                    "{\"data\":[{\"MaHoSo\":\"H52-0\"},{\"MaHoSo\":\"H52-1\",\"GhiChu\":null}]}")))));

    @Test
    void showOfACallForSeveralDossiersOnlyWhatIsOfThisOne() {
        assertThat(texts.find("sent:1").map(Text::content))
                .hasValueSatisfying(
                        said -> assertThat(said).contains("H52-1", "GhiChu").doesNotContain("H52-0"));
    }

    @Test
    void putTheNewestThatToldSomethingBesideTheOthersRatherThanALookUp() {
        assertThat(texts.newest()).extracting(Text::id).containsExactly("sent:1", "answered:1");
    }

    private static Map<String, Object> call(String id, String service, String request) {
        return Map.of("call", id, "service", service, "startedAt", "", "request", request, "response", "{}");
    }

    private static Answer answer(Map<String, Object> body) {
        return new Answer(200, body);
    }
}
