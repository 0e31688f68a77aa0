package vn.lienthong.hub.console.pages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.hub.platform.http.ProblemException;

/**
 * Styles and scripts of the console, read and compressed at start, because reading a jar would hold up an event loop.
 * Pages name them with the version of this build, so that browsers may keep them.
 */
@RestController
class AssetsEndpoint {

    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final MediaType STYLE = MediaType.parseMediaType("text/css;charset=UTF-8");
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final Map<String, Asset> assets;

    AssetsEndpoint() throws IOException {
        this.assets = Map.of(
                "tabler.css", new Asset(STYLE, library("tabler__core", "dist/css/tabler.min.css")),
                "tabler.js", new Asset(SCRIPT, library("tabler__core", "dist/js/tabler.min.js")),
                "chart.js", new Asset(SCRIPT, library("chart.js", "dist/chart.umd.min.js")),
                "console.css", new Asset(STYLE, compressed("pages/console/console.css")),
                "console.js", new Asset(SCRIPT, compressed("pages/console/console.js")));
    }

    private record Asset(MediaType type, byte[] compressed) {}

    @GetMapping("/console/assets/{file}")
    ResponseEntity<byte[]> asset(@PathVariable String file) {
        Asset asset = assets.get(file);
        if (asset == null) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "unknown-page", "There is no such page");
        }
        return ResponseEntity.ok()
                .contentType(asset.type())
                .header(HttpHeaders.CONTENT_ENCODING, "gzip")
                .cacheControl(KEPT)
                .body(asset.compressed());
    }

    private static byte[] library(String name, String file) throws IOException {
        Properties released = PropertiesLoaderUtils.loadProperties(
                new ClassPathResource("META-INF/maven/org.webjars.npm/" + name + "/pom.properties"));
        return compressed("META-INF/resources/webjars/" + name + "/" + released.getProperty("version") + "/" + file);
    }

    private static byte[] compressed(String resource) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (InputStream in = new ClassPathResource(resource).getInputStream();
                var zipped = new GZIPOutputStream(bytes)) {
            in.transferTo(zipped);
        }
        return bytes.toByteArray();
    }
}
