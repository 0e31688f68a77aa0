package vn.lienthong.hub.portal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.platform.http.ProblemException;

/**
 * The description of the hub's API: OpenAPI 3.1 for machines, a page for people, the canonical schema. All of it is
 * read at start and kept, because reading a jar would hold up an event loop.
 */
@RestController
class ApiPagesEndpoint {

    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final MediaType STYLE = MediaType.parseMediaType("text/css;charset=UTF-8");

    private final byte[] openApi;
    private final byte[] schema;
    private final byte[] page;
    private final Map<String, Asset> assets;

    ApiPagesEndpoint() throws IOException {
        this.openApi = JsonMapper.shared().writeValueAsBytes(new YAMLMapper().readTree(read("openapi.yaml")));
        this.schema = read("schemas/dossier-1.json");
        this.page = read("pages/api.html");
        String library = "META-INF/resources/webjars/swagger-ui/" + libraryVersion() + "/";
        this.assets = Map.of(
                "start.js", new Asset(SCRIPT, read("pages/start.js")),
                "swagger-ui-bundle.js", new Asset(SCRIPT, read(library + "swagger-ui-bundle.js")),
                "swagger-ui.css", new Asset(STYLE, read(library + "swagger-ui.css")));
    }

    private record Asset(MediaType type, byte[] bytes) {}

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] openApi() {
        return openApi;
    }

    @GetMapping(path = "/schemas/dossier-1.json", produces = "application/schema+json")
    byte[] schema() {
        return schema;
    }

    @GetMapping(
            path = {"/docs", "/docs/"},
            produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    byte[] page() {
        return page;
    }

    @GetMapping("/docs/{file}")
    ResponseEntity<byte[]> asset(@PathVariable String file) {
        Asset asset = assets.get(file);
        if (asset == null) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "unknown-page", "There is no such page");
        }
        return ResponseEntity.ok().contentType(asset.type()).body(asset.bytes());
    }

    private static String libraryVersion() throws IOException {
        Properties released = PropertiesLoaderUtils.loadProperties(
                new ClassPathResource("META-INF/maven/org.webjars/swagger-ui/pom.properties"));
        return released.getProperty("version");
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream in = new ClassPathResource(resource).getInputStream()) {
            return in.readAllBytes();
        }
    }
}
