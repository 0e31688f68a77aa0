package vn.lienthong.identity.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What this provider's own API is, for programs and for whoever writes them. */
@RestController
class DescriptionEndpoint {

    static final String PATH = "/openapi.json";

    private final byte[] description;

    DescriptionEndpoint() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/openapi-identity.yaml")) {
            var tree = new YAMLMapper().readTree(Objects.requireNonNull(file).readAllBytes());
            this.description = JsonMapper.shared().writeValueAsBytes(tree);
        }
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] description() {
        return description;
    }
}
