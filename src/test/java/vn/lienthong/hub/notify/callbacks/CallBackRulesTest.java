package vn.lienthong.hub.notify.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

class CallBackRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{callBack: {url: 'ftp://x'}}                                     | callBack.url",
                "{callBack: {url: 'http://x', words: {DONE: x}}}                  | DONE",
                "{callBack: {url: 'http://x', status: '{code} {applicantName}'}}  | applicantName",
                "{callBack: {url: 'http://x', reply: {rows: [{is: perhaps}]}}}    | PERHAPS"
            })
    void refusesACallBackThatCannotBeMade(String file, String says) {
        assertThatThrownBy(() -> CallBackRules.of(YAMLMapper.shared().readTree(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(says);
    }

    @Test
    void fillsASendersWordsWithoutLettingTheValuesBreakItsDocument() {
        CallBackRules json = rules("application/json", "'{\"MaHoSo\":\"{code}\",\"LyDo\":\"{reasons}\"}'");
        String told = CallBackText.of(refusal("A \"B\" {code}"), json);
        assertThat(JsonMapper.shared().readTree(told).path("LyDo").asString()).isEqualTo("A \"B\" {code}");

        CallBackRules xml = rules("text/xml", "'<r>{reasons}</r>'");
        assertThat(CallBackText.of(refusal("a < b & c"), xml)).isEqualTo("<r>a &#60; b &#38; c</r>");
    }

    private static CallBack refusal(String reasons) {
        return new CallBack(
                7, "office", CallBack.Kind.REFUSAL, "R", Map.of("code", "H52-1", "reasons", reasons), 1, "c");
    }

    private static CallBackRules rules(String type, String refusal) {
        String file = "{callBack: {url: 'http://x', contentType: '%s', refusal: %s}}".formatted(type, refusal);
        return CallBackRules.of(YAMLMapper.shared().readTree(file)).orElseThrow();
    }
}
