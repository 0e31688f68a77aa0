package vn.lienthong.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeSettingsTest {

    private final Map<String, String> settings = new HashMap<>(Map.of(
            "LIENTHONG_DB_URL", "jdbc:postgresql://db:5432/lienthong",
            "LIENTHONG_DB_USER", "hub",
            "LIENTHONG_DB_PASSWORD", "p",
            "LIENTHONG_REDIS_URL", "rediss://:s%40crret@cache:6380",
            "LIENTHONG_BROKER_URL", "tcp://broker:61616?ha=true",
            "LIENTHONG_BROKER_USER", "hub",
            "LIENTHONG_BROKER_PASSWORD", "b",
            "LIENTHONG_MASTER_KEY", "k",
            "LIENTHONG_NATIONAL_URL", "https://portal.example"));

    @Test
    void readsAllAddressesFromTheEnvironment() {
        PartAddresses addresses = NodeSettings.addresses(Settings.of(settings));
        assertThat(addresses.database().url()).isEqualTo("jdbc:postgresql://db:5432/lienthong?currentSchema=hub");
        assertThat(addresses.cache()).isEqualTo(new PartAddresses.Cache("cache", 6380, "s@crret", true));
        assertThat(addresses.broker().url()).isEqualTo("tcp://broker:61616?ha=true");
    }

    @Test
    void namesEveryMissingSettingAtOnce() {
        settings.remove("LIENTHONG_DB_PASSWORD");
        settings.put("LIENTHONG_MASTER_KEY", " ");
        assertThatThrownBy(() -> NodeSettings.addresses(Settings.of(settings)))
                .isInstanceOf(StartFailure.class)
                .hasMessageEndingWith("missing: LIENTHONG_DB_PASSWORD, LIENTHONG_MASTER_KEY");
    }

    @Test
    void saysHowARedisAddressIsWritten() {
        settings.put("LIENTHONG_REDIS_URL", "cache:6379");
        assertThatThrownBy(() -> NodeSettings.addresses(Settings.of(settings)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("LIENTHONG_REDIS_URL");
    }
}
