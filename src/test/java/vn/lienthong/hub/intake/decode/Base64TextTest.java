package vn.lienthong.hub.intake.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64TextTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 49_151, 49_152, 49_153, 98_304, 250_000})
    void readsWhatWasWrittenInLinesOrInOne(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        assertThat(read(Base64.getEncoder().encodeToString(bytes))).isEqualTo(bytes);
        assertThat(read(Base64.getMimeEncoder().encodeToString(bytes))).isEqualTo(bytes);
        assertThat(read(Base64.getEncoder().withoutPadding().encodeToString(bytes)))
                .isEqualTo(bytes);
        assertThat(read("data:image/png;base64," + Base64.getEncoder().encodeToString(bytes)))
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AAAAA", "AA=A", "AA==AAAA", "AAA===", "AA-_", "AA%A", "Ảnh", "data:image/png;base64"})
    void refusesDamageWhereALenientDecoderMakesAnotherFile(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(Fault.class).hasMessage("invalid-base64");
    }

    @Test
    void refusesPaddingBetweenTheBlocksItReads() {
        String block = "AAAA".repeat(16 * 1024 - 1) + "AA==";
        assertThatThrownBy(() -> read(block + "AAAA")).isInstanceOf(Fault.class);
    }

    @Test
    void tellsTheTypeOfADataUrl() {
        assertThat(Base64Text.type("data:image/png;base64,AAAA")).isEqualTo("image/png");
        assertThat(Base64Text.type("AAAA")).isEmpty();
    }

    private static byte[] read(String text) throws IOException {
        try (var bytes = new Base64Text(text, "f")) {
            return bytes.readAllBytes();
        }
    }
}
