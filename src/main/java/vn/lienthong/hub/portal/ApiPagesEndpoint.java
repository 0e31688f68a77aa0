package vn.lienthong.hub.portal;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The description of the hub's API: OpenAPI 3.1 for machines, a page for people, the canonical schema. */
@RestController
class ApiPagesEndpoint {

    private final byte[] openApi;
    private final byte[] schema;
    private final byte[] page;

    ApiPagesEndpoint() throws IOException {
        this.openApi = JsonMapper.shared().writeValueAsBytes(new YAMLMapper().readTree(read("openapi.yaml")));
        this.schema = read("schemas/dossier-1.json");
        this.page = read("pages/api.html");
    }

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
            produces = MediaType.TEXT_HTML_VALUE)
    byte[] page() {
        return page;
    }

    private static byte[] read(String resource) throws IOException {
        try (InputStream in = new ClassPathResource(resource).getInputStream()) {
            return in.readAllBytes();
        }
    }
}
