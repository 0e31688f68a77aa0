package vn.lienthong.identity.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;
import vn.lienthong.infra.PartAddresses;
import vn.lienthong.infra.PartAddresses.Broker;
import vn.lienthong.infra.PartAddresses.Cache;
import vn.lienthong.infra.PartAddresses.Database;
import vn.lienthong.infra.StartFailure;

/** At which providers a node lets people log in. */
class NodesProvidersTest {

    private static final String REAL = "https://login.example";

    @TempDir
    private Path folder;

    @Test
    void refusesAStandInAndAnAddressWithoutTls() throws IOException {
        assertThatThrownBy(() -> of(Mode.NODE, REAL, "standIn: true").offered())
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("provider-above");
        assertThatThrownBy(() -> of(Mode.NODE, "http://login.example", "").offered())
                .isInstanceOf(StartFailure.class);
        assertThat(of(Mode.NODE, REAL, "").offered()).hasSize(1);
        assertThat(of(Mode.STANDALONE, "http://127.0.0.1:1", "").offered()).hasSize(1);
    }

    @Test
    void readsNoTrialFileOnANode() throws IOException {
        UpstreamFile node = of(Mode.NODE, REAL, "");
        Path demo = Files.createDirectories(folder.resolve("config/demo/identity"));
        Files.copy(folder.resolve("config/identity/upstreams.yaml"), demo.resolve("upstreams.yaml"));
        assertThat(node.offered()).hasSize(1);
    }

    private UpstreamFile of(Mode mode, String address, String more) throws IOException {
        Path config = folder.resolve("config");
        Files.createDirectories(config.resolve("identity"));
        Files.writeString(config.resolve("identity/upstreams.yaml"), """
                upstreams:
                  - id: provider-above
                    name: { vi: "Nơi đăng nhập" }
                    issuer: "%1$s"
                    authorize: "%1$s/authorize"
                    token: "%1$s/token"
                    userInfo: "%1$s/userinfo"
                    keys: "%1$s/keys"
                    level: LoA1
                    claims: { name: name }
                    %2$s
                """.formatted(address, more));
        var home = new HubHome(mode, folder, folder, folder, config, folder);
        var parts = new PartAddresses(
                new Database("", "", ""), new Cache("", 0, "", false), new Broker("", "", ""), URI.create(REAL));
        var environment = new MockEnvironment()
                .withProperty("LIENTHONG_UPSTREAM_PROVIDER_ABOVE_ID", "us")
                .withProperty("LIENTHONG_UPSTREAM_PROVIDER_ABOVE_SECRET", "a-secret");
        return new UpstreamFile(home, parts, environment);
    }
}
