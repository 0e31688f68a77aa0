package vn.lienthong.hub.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.HubClient;
import vn.lienthong.hub.OneHub;
import vn.lienthong.hub.RunningHub;

@ExtendWith(OneHub.class)
class ApiPagesEndpointTest {

    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"]+)\"");

    private final RunningHub hub;
    private final HubClient anybody;

    ApiPagesEndpointTest(RunningHub hub) {
        this.hub = hub;
        this.anybody = hub.anonymous();
    }

    @Test
    void describesEveryCallThatExistsAndNoOther() {
        Set<String> described = described();

        assertThat(described).hasSizeGreaterThan(15);
        assertThat(mapped()).containsExactlyElementsOf(described);
    }

    /** A comma ends an unquoted text of the YAML file, and what follows becomes a name without a value. */
    @Test
    void losesNoWordsOfTheDescription() {
        JsonNode openApi = anybody.gets("/openapi.json").is(200).json();

        assertThat(openApi.findValues("description")).hasSizeGreaterThan(20);
        assertThat(openApi.toString()).doesNotContain(":null");
    }

    @Test
    void publishesTheSchemaOfTheCanonicalDossier() {
        HubClient.Answer schema = anybody.gets("/schemas/dossier-1.json").is(200);

        assertThat(schema.response().headers().firstValue("Content-Type")).contains("application/schema+json");
        assertThat(schema.json().path("$schema").asString()).contains("2020-12");
        assertThat(schema.json().path("properties").has("code")).isTrue();
    }

    @Test
    void givesPeopleAPageWhoseFilesAllExist() {
        Matcher links = LINK.matcher(anybody.gets("/docs").is(200).text());
        int found = 0;
        while (links.find()) {
            anybody.gets(links.group(1)).is(200);
            found++;
        }
        assertThat(found).isGreaterThanOrEqualTo(3);
    }

    private Set<String> described() {
        JsonNode openApi = anybody.gets("/openapi.json").is(200).json();
        assertThat(openApi.path("openapi").asString()).startsWith("3.1");
        Set<String> calls = new TreeSet<>();
        openApi.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return calls;
    }

    /** What is mapped without a controller is the door, which takes nothing but POST. */
    private Set<String> mapped() {
        Set<String> calls = new TreeSet<>();
        hub.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> calls.addAll(calls(mapping)));
        hub.context().getBeansOfType(SimpleUrlHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMap().keySet().stream())
                .map(pattern -> pattern.getPatternString())
                .filter(path -> path.contains("/api/"))
                .forEach(path -> calls.add("POST " + path));
        return calls;
    }

    private static Set<String> calls(RequestMappingInfo mapping) {
        Set<String> paths = mapping.getPatternsCondition().getPatterns().stream()
                .map(pattern -> pattern.getPatternString())
                .filter(path -> path.contains("/api/"))
                .collect(Collectors.toCollection(TreeSet::new));
        paths.removeIf(path -> paths.stream().anyMatch(other -> isWithoutItsCode(path, other)));
        Set<String> calls = new TreeSet<>();
        mapping.getMethodsCondition()
                .getMethods()
                .forEach(method -> paths.forEach(path -> calls.add(method + " " + path)));
        return calls;
    }

    /** A look-up that also takes {@code ?code=} is mapped twice and described once. */
    private static boolean isWithoutItsCode(String path, String other) {
        return other.contains("/{code}") && other.replace("/{code}", "").equals(path);
    }
}
