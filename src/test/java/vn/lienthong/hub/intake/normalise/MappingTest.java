package vn.lienthong.hub.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the mapping language allows and what it does not. */
class MappingTest {

    private static final String CODE = "fields:\n  code: {from: no, as: dossier-code, required: true}\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'\"COUNTER\"'",
                "'online ? \"ONLINE\" : \"COUNTER\"'",
                "'1 + 1'",
                "'$now()'",
                "'$string($random())'",
                "'$eval(no)'"
            })
    void refusesAnExpressionThatInventsAValue(String from) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Desk.with("json", CODE + "  channel: {from: " + from + ", as: text}\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  note: {from: a, as: constant}",
                "  note: {from: a, as: text, default: b}",
                "  note: {from: 'a..b(', as: text}",
                "status: {word: s, words: [a, b], table: {a: ACCEPTED}}",
                "status: {word: s, words: [a], table: {a: FINISHED}}",
                "status: {words: [a], table: {a: ACCEPTED}}",
                "decode: {unknown: 1}"
            })
    void refusesAMappingItDoesNotUnderstand(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> Desk.with("json", CODE + line + "\n"));
    }

    /** Learned after the list of words was written down. */
    @Test
    void takesAWordThatTheTableKnowsBeyondTheList() {
        Desk desk = Desk.with("json", CODE + "status: {word: s, words: [a], table: {a: ACCEPTED, b: IN_PROGRESS}}\n");
        assertThat(desk.said("{\"no\":\"1\",\"s\":\"b\"}")).isInstanceOf(Normalised.Observed.class);
    }

    @Test
    void parksWhatAnExpressionCannotCopeWithForTheHubToFix() {
        Desk desk = Desk.with("json", CODE + "  note: {from: '$substring(text, 0, 3)', as: text}\n");
        assertThat(desk.said("{\"no\":\"1\",\"text\":{\"a\":1}}"))
                .isInstanceOfSatisfying(Normalised.Parked.class, parked -> {
                    assertThat(parked.cause()).isEqualTo("mapping-failed");
                    assertThat(parked.owner()).isEqualTo("hub");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "null"})
    void takesACodeWithoutAMeaningForNothingAndNeverForAWord(String none) {
        Desk desk = Desk.with(
                "json", CODE + "  returnMethod: {from: r, as: code-list, list: {a: DESK, b: " + none + "}}\n");
        assertThat(desk.said("{\"no\":\"1\",\"r\":\"b\"}"))
                .isInstanceOfSatisfying(
                        Normalised.Observed.class,
                        observed -> assertThat(observed.facts()).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"$f($n + 1)", "1 + $f($n + 1)"})
    void stopsAnExpressionThatNeverEnds(String call) {
        Desk desk = Desk.with(
                "json", CODE + "  note: {from: '($f := function($n) { " + call + " }; a ? $f(1))', as: text}\n");
        assertThat(desk.said("{\"no\":\"1\",\"a\":true}"))
                .isInstanceOfSatisfying(
                        Normalised.Parked.class,
                        parked -> assertThat(parked.cause()).isEqualTo("too-slow"));
    }

    @Test
    void parksAResultThatBreaksThePublishedSchemaAsOurMistake() {
        Desk desk = Desk.with("json", CODE + "  channel: {from: c, as: text}\n");
        assertThat(desk.said("{\"no\":\"1\",\"c\":\"HORSE\"}"))
                .isInstanceOfSatisfying(
                        Normalised.Parked.class,
                        parked -> assertThat(parked.cause()).startsWith("invalid-dossier"));
    }

    @Test
    void takesSubStatusBeforeStatusAndParksOneItDoesNotKnow() {
        Desk desk = Desk.with(
                "json",
                CODE
                        + "status: {word: s, sub: t, words: [run, run/tax], table: {run: IN_PROGRESS, run/tax: WAIT_PAYMENT}}\n");
        assertThat(desk.status("{\"no\":\"1\",\"s\":\"run\",\"t\":\"tax\"}")).isEqualTo("WAIT_PAYMENT");
        assertThat(desk.status("{\"no\":\"1\",\"s\":\"run\",\"t\":\"\"}")).isEqualTo("IN_PROGRESS");
        assertThat(desk.said("{\"no\":\"1\",\"s\":\"run\",\"t\":\"other\"}")).isInstanceOf(Normalised.Parked.class);
    }

    @Test
    void opensDocumentsInsideTexts() {
        Desk desk = Desk.with("json", """
                decode: {nested: [{at: data.data, as: json}, {at: data.data.hoTich, as: xml}]}
                fields:
                  code: {from: data.maHoSo, as: dossier-code, required: true}
                  applicant:
                    name: {from: data.data.hoTich.hoTich.nycHoTen, as: text}
                """);
        String push = "{\"data\":{\"maHoSo\":\"000.17.22.H56-260824-0003\",\"data\":"
                + "\"{\\\"hoTich\\\":\\\"<hoTich><nycHoTen>NGUYỄN VĂN MẪU</nycHoTen></hoTich>\\\"}\"}}";
        assertThat(desk.said(push))
                .isInstanceOfSatisfying(
                        Normalised.Observed.class,
                        observed -> assertThat(observed.toString()).contains("NGUYỄN VĂN MẪU"));
        assertThat(desk.said(push.replace("</nycHoTen>", "")))
                .isInstanceOfSatisfying(
                        Normalised.Refused.class,
                        refused ->
                                assertThat(refused.reasons().getFirst().rule()).isEqualTo("nested-not-decodable"));
    }

    @Test
    void readsThousandsOfRecordsAsItIsAskedForThem() {
        String record = "{\"no\":\"000.00.04.H52-260105-0001\"}";
        byte[] many = ("[" + (record + ",").repeat(9_999) + record + "]").getBytes(StandardCharsets.UTF_8);
        assertThat(Desk.with("json", CODE).normalise(many)).hasSize(10_000);
    }
}
