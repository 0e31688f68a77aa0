package vn.lienthong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the bill of materials that {@code mvn -P sbom} (and so {@code scripts/check}) leaves; without it says nothing. */
class LicencesTest {

    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");
    private static final int SANE = 100;

    private static final Set<String> ALLOWED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "Bouncy Castle Licence", // the words of MIT under another name
            "CC0-1.0",
            "CDDL-1.0",
            "CDDL-1.1",
            "EPL-1.0",
            "EPL-2.0",
            "GPL-2.0-with-classpath-exception",
            "LGPL-2.1-only",
            "LGPL-2.1-or-later",
            "MIT",
            "MIT-0",
            "MPL-2.0",
            "PostgreSQL",
            "Public Domain");

    @Test
    void everythingInTheJarMayBeGivenAwayWithIt() {
        assumeThat(BILL).exists();
        JsonNode components = JsonMapper.shared().readTree(BILL.toFile()).path("components");

        assertThat(components.size()).isGreaterThan(SANE);
        assertThat(components
                        .valueStream()
                        .filter(component -> licences(component).noneMatch(ALLOWED::contains))
                        .map(component -> component.path("purl").asString()
                                + licences(component).toList()))
                .isEmpty();
    }

    /** Several are a choice of ours; one allowed is enough. */
    private static Stream<String> licences(JsonNode component) {
        return component
                .path("licenses")
                .valueStream()
                .map(licence -> licence.path("license"))
                .map(licence -> licence.path("id").asString(licence.path("name").asString("none")));
    }
}
