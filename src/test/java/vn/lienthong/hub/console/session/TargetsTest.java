package vn.lienthong.hub.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {

    @ParameterizedTest
    @CsvSource({
        "/console, /console",
        "/console/national?cause=x&a=1, /console/national?cause=x&a=1",
        "/consolevil, /console",
        "//evil.example, /console",
        "/console/..//evil.example, /console",
        "https://evil.example/console, /console",
        "/console\\evil, /console",
        "/console/log-in, /console",
        "/console/log-out, /console",
        "javascript:alert(1), /console"
    })
    void leadsOnlyToPagesOfTheConsole(String wanted, String target) {
        assertThat(Targets.ours(wanted)).isEqualTo(target);
    }
}
