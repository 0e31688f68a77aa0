package vn.lienthong.hub.intake.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.catalog.CatalogFixture;
import vn.lienthong.hub.platform.PlatformFixture;
import vn.lienthong.hub.platform.config.ConfigBundle;

/** What files may be is told in layers: for all, for a province, for a sender. */
class FileRulesTest {

    private static final ConfigBundle CONFIG = PlatformFixture.config(Map.of(
                    "attachments.yaml",
                    "{types: {a/b: [b], c/d: [d]}, largestFile: 1MB, largestRecord: 3MB}",
                    "province/son-la/attachments.yaml",
                    "{types: {c/d: null, e/f: [f, ff]}}",
                    "departments/small.yaml",
                    "{format: json, decode: {files: {largestFile: 100KB}}}",
                    "departments/usual.yaml",
                    "{format: json}"))
            .current();

    @Test
    void laysTheProvinceAndTheSenderOverWhatHoldsForAll() {
        FileRules usual = rules("son-la", "usual");
        assertThat(usual.types()).containsOnlyKeys("a/b", "e/f");
        assertThat(usual.fits("ff", "e/f")).isTrue();
        assertThat(usual.fits("b", "e/f")).isFalse();
        assertThat(usual.fits("pdf", "e/f")).isTrue();
        assertThat(usual.largestFile()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(rules("son-la", "small").largestFile()).isEqualTo(DataSize.ofKilobytes(100));
        assertThat(rules("son-la", "small").largestRecord()).isEqualTo(DataSize.ofMegabytes(3));
        assertThat(rules("thanh-hoa", "usual").types()).containsOnlyKeys("a/b", "c/d");
    }

    private static FileRules rules(String province, String sender) {
        JsonNode files = CatalogFixture.senderSettings(province)
                .of(CONFIG, sender)
                .path("decode")
                .path("files");
        return YAMLMapper.shared().treeToValue(files, FileRules.class);
    }
}
