package vn.lienthong.hub.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lienthong.hub.catalog.CatalogFixture;
import vn.lienthong.hub.platform.PlatformFixture;

class AuthorityTest {

    private final Authority authority = new Authority(catalog().senders());

    @Test
    void letsOnlyTheOwnerWrite() {
        assertThat(authority.mayWrite("owner", "owner")).isTrue();
        assertThat(authority.mayWrite("plain", "owner")).isFalse();
        assertThat(authority.mayWrite("nobody-configured", "owner")).isFalse();
    }

    @Test
    void letsSenderWriteForThoseItsConfigurationNames() {
        assertThat(authority.mayWrite("deputy", "owner")).isTrue();
        assertThat(authority.mayWrite("deputy", "plain")).isFalse();
        assertThat(authority.mayWrite("owner", "deputy")).isFalse();
    }

    private static CatalogFixture catalog() {
        Map<String, String> files =
                new HashMap<>(PlatformFixture.projectConfig().current().files());
        files.put("departments/plain.yaml", sender(""));
        files.put("departments/deputy.yaml", sender("writesFor: [owner]\n"));
        return CatalogFixture.of(PlatformFixture.config(files), "son-la");
    }

    private static String sender(String more) {
        return """
                name: Hệ thống mẫu
                agency: 000.00.14.H52
                format: json
                contract: events
                contentTypes: [application/json]
                """ + more;
    }
}
