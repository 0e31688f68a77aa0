package vn.lienthong.identity.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lienthong.hub.platform.audit.Role;

/** Against the test values of RFC 6238, appendix B (SHA-1), and RFC 4648, section 10. */
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void givesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void takesOneStepBeforeAndAfterAndNoMore() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = Totp.step(now);
        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(Totp.find(SECRET, Totp.code(SECRET, near), now)).hasValue(near);
        }
        assertThat(Totp.find(SECRET, Totp.code(SECRET, step - 2), now)).isEmpty();
        assertThat(Totp.find(SECRET, Totp.code(SECRET, step + 2), now)).isEmpty();
        assertThat(Totp.find(SECRET, "", now)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writesSecretsInBase32(String plain, String text) {
        assertThat(Totp.text(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }

    @Test
    void speaksOfTheRolesThatTheHubKnows() {
        assertThat(Arrays.stream(Role.values())
                        .filter(role -> role.isStaff() || role == Role.DEPARTMENT_USER)
                        .map(Role::name))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(StaffRole.values()).map(StaffRole::name).toList());
    }
}
