package vn.lienthong.infra.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lienthong.infra.Settings;
import vn.lienthong.infra.StartFailure;

class PortsTest {

    @TempDir
    Path folder;

    private final List<String> announced = new ArrayList<>();

    @Test
    void movesToTheNextFreePortAndSaysSo() throws IOException {
        try (ServerSocket somebody = listening()) {
            int port = ports(Map.of()).choose("hub", "LIENTHONG_PORT", somebody.getLocalPort());
            assertThat(port).isGreaterThan(somebody.getLocalPort());
            assertThat(announced).singleElement().asString().contains("is busy", "LIENTHONG_PORT");
        }
    }

    @Test
    void refusesABusyPortThatWasSetAndNamesTheSetting() throws IOException {
        try (ServerSocket somebody = listening()) {
            String port = Integer.toString(somebody.getLocalPort());
            assertThatThrownBy(() -> ports(Map.of("LIENTHONG_PORT", port)).choose("hub", "LIENTHONG_PORT", 8080))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("port " + port + " for hub is busy (set by LIENTHONG_PORT)");
        }
    }

    @Test
    void keepsItsPortOverRestarts() {
        var any = Map.of("LIENTHONG_PORT", "0");
        int first = ports(any).choose("hub", "LIENTHONG_PORT", 8080);
        assertThat(ports(any).choose("hub", "LIENTHONG_PORT", 8080)).isEqualTo(first);
        assertThat(ports(Map.of()).choose("hub", "LIENTHONG_PORT", 8080)).isEqualTo(first);
    }

    @Test
    void givesTwoPartsDifferentPorts() {
        var ports = ports(Map.of("LIENTHONG_PORT", "0"));
        int first = ports.choose("hub", "LIENTHONG_PORT", 8080);
        assertThat(ports.choose("redis", "LIENTHONG_REDIS_PORT", first)).isNotEqualTo(first);
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThatThrownBy(() -> ports(Map.of("LIENTHONG_PORT", "eighty")).choose("hub", "LIENTHONG_PORT", 8080))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("LIENTHONG_PORT holds 'eighty'");
    }

    private Ports ports(Map<String, String> settings) {
        return new Ports(folder.resolve("ports"), Settings.of(settings), announced::add);
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
