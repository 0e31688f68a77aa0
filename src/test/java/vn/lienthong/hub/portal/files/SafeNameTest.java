package vn.lienthong.hub.portal.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNameTest {

    @ParameterizedTest
    @CsvSource({
        "Tờ khai.pdf, Tờ khai.pdf",
        "../../etc/passwd, etc-passwd",
        "a\"b.pdf, a-b.pdf",
        "C:\\x\\y.docx, C-x-y.docx",
        "..., tep-dinh-kem",
        "'', tep-dinh-kem",
        ".htaccess, htaccess"
    })
    void leavesOutWhatCouldLeadOutOfAFolder(String given, String safe) {
        assertThat(SafeName.of(given)).isEqualTo(safe);
    }

    @Test
    void leavesOutLineBreaksAndTurnsOfDirectionAndKeepsTheEnding() {
        assertThat(SafeName.of("a\r\nSet-Cookie- x\u202Efdp.exe")).isEqualTo("a-Set-Cookie- x-fdp.exe");
        assertThat(SafeName.of("x".repeat(500) + ".pdf")).hasSize(120).endsWith(".pdf");
    }
}
