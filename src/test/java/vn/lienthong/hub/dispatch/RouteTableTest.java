package vn.lienthong.hub.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lienthong.hub.dossier.Hop;
import vn.lienthong.hub.platform.PlatformFixture;

class RouteTableTest {

    private static final String TWO_SYSTEMS = """
            routes:
              - {procedure: "1.1", from: 2026-01-01, until: 2026-07-01, to: old}
              - {procedure: "1.1", from: 2026-07-01, to: new}
              - {procedure: "1.1", version: 2, from: 2026-03-01, to: second}
              - {procedure: "1.1", agency: x.commune, from: 2026-01-01, to: commune}
            hops: {ACCEPT: PT2H}
            """;

    @ParameterizedTest
    @CsvSource({
        "1.1, 1, x.dep, 2026-06-30, old",
        "1.1, 1, x.dep, 2026-07-01, new",
        "1.1, 2, x.dep, 2026-07-01, second",
        "1.1, 2, x.dep, 2026-02-01, old",
        "1.1, 2, x.commune, 2026-07-01, commune",
        "1.1, 1, x.dep, 2025-12-31,",
        "1.2, 1, x.dep, 2026-07-01,"
    })
    void namesTheOneSystemOfTheDayTheClosestSaidFirst(
            String procedure, long version, String agency, LocalDate day, @Nullable String system) {
        assertThat(table(TWO_SYSTEMS)
                        .find(procedure, version, agency, day)
                        .map(Route::to)
                        .orElse(null))
                .isEqualTo(system);
    }

    @Test
    void givesEachHopItsPatience() {
        assertThat(table(TWO_SYSTEMS).patience(Hop.ACCEPT)).isEqualTo(Duration.ofHours(2));
        assertThat(table(TWO_SYSTEMS).patience(Hop.TELL)).isEqualTo(Duration.ofMinutes(15));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "routes: [{procedure: '1.1', from: 2026-01-01, to: a}, {procedure: '1.1', from: 2027-01-01, to: b}]",
                "routes: [{procedure: '1.1', from: 2026-01-01, until: 2026-02-02, to: a}, {procedure: '1.1', from: 2026-02-01, to: b}]",
                "routes: [{procedure: '1.1', to: a}]",
                "routes: [{from: 2026-01-01, to: a}]",
                "routes: [{procedure: '1.1', from: 2026-01-01, too: a}]",
                "hops: {MOON: PT1M}"
            })
    void refusesTwoRoutesOnOneDayAndWhatIsNotSaidWhole(String file) {
        assertThatThrownBy(() -> table(file)).isInstanceOf(RuntimeException.class);
    }

    private static RouteTable table(String file) {
        return RouteTable.read(
                PlatformFixture.config(Map.of("province/x/dispatch.yaml", file)).current(), "province/x/");
    }
}
