package vn.lienthong.hub.platform.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteFolderTest {

    private static final String TEMPLATE = """
            - routeTemplate:
                id: greet
                parameters:
                  - name: who
                from:
                  uri: "direct:{{who}}"
                  steps:
                    - log: "hello {{who}}"
            """;
    private static final String ROUTE = """
            - templatedRoute:
                routeTemplateRef: greet
                routeId: greet-an
                parameters:
                  - { name: who, value: an }
            """;

    @TempDir
    Path folder;

    @Test
    void readsTemplatesBeforeTheRoutesMadeFromThem() throws Exception {
        write("a-department.camel.yaml", ROUTE);
        write("templates/z-greet.camel.yaml", TEMPLATE);

        try (var camel = new DefaultCamelContext()) {
            new RouteFolder(folder, id -> true).load(camel);
            camel.start();
            assertThat(camel.getRoute("greet-an")).isNotNull();
        }
    }

    @Test
    void leavesOutDepartmentsThatAreNotConnected() throws Exception {
        write("departments/an.camel.yaml", ROUTE);
        write("departments/binh.camel.yaml", ROUTE.replace("greet-an", "greet-binh"));
        write("templates/z-greet.camel.yaml", TEMPLATE);

        try (var camel = new DefaultCamelContext()) {
            new RouteFolder(folder, "an"::equals).load(camel);
            camel.start();
            assertThat(camel.getRoute("greet-an")).isNotNull();
            assertThat(camel.getRoute("greet-binh")).isNull();
        }
    }

    @Test
    void takesAddedChangedAndRemovedFilesInWhileItRuns() throws Exception {
        write("departments/an.camel.yaml", ROUTE);
        write(
                "departments/binh.camel.yaml",
                ROUTE.replace("greet-an", "greet-binh").replace("value: an", "value: binh"));
        write("templates/z-greet.camel.yaml", TEMPLATE);
        try (var camel = new DefaultCamelContext()) {
            RouteFolder routes = new RouteFolder(folder, id -> true);
            routes.load(camel);
            camel.start();
            assertThat(routes.changes()).isEmpty();

            write("departments/an.camel.yaml", ROUTE.replace("value: an", "value: hoa"));
            Files.delete(folder.resolve("departments/binh.camel.yaml"));
            write(
                    "departments/chi.camel.yaml",
                    ROUTE.replace("greet-an", "greet-chi").replace("value: an", "value: chi"));
            assertThat(routes.changes())
                    .extracting(change -> change.kind() + " " + change.file())
                    .containsExactly(
                            "CHANGED departments/an.camel.yaml",
                            "ADDED departments/chi.camel.yaml",
                            "REMOVED departments/binh.camel.yaml");

            routes.reload(camel);
            assertThat(from(camel, "greet-an")).endsWith("hoa");
            assertThat(from(camel, "greet-chi")).endsWith("chi");
            assertThat(camel.getRoute("greet-binh")).isNull();
            assertThat(routes.changes()).isEmpty();
        }
    }

    @Test
    void makesRoutesAnewWhenTheirTemplateChanges() throws Exception {
        write("departments/an.camel.yaml", ROUTE);
        write("templates/z-greet.camel.yaml", TEMPLATE);
        try (var camel = new DefaultCamelContext()) {
            RouteFolder routes = new RouteFolder(folder, id -> true);
            routes.load(camel);
            camel.start();
            camel.addRouteFromTemplate("made-by-the-hub", "greet", Map.of("who", "hub"));

            write("templates/z-greet.camel.yaml", TEMPLATE.replace("direct:", "seda:"));
            routes.reload(camel);
            assertThat(from(camel, "greet-an")).startsWith("seda:");
            assertThat(camel.getRoute("made-by-the-hub"))
                    .as("made again by whoever made it")
                    .isNull();
        }
    }

    @Test
    void leavesWhatRanWhenAFileCannotBeLoaded() throws Exception {
        write("departments/an.camel.yaml", ROUTE);
        write("templates/z-greet.camel.yaml", TEMPLATE);
        try (var camel = new DefaultCamelContext()) {
            RouteFolder routes = new RouteFolder(folder, id -> true);
            routes.load(camel);
            camel.start();

            write("departments/an.camel.yaml", ROUTE.replace("routeTemplateRef: greet", "routeTemplateRef: nobody"));
            assertThatThrownBy(() -> routes.reload(camel)).hasMessageContaining("an.camel.yaml");
            assertThat(from(camel, "greet-an")).endsWith("an");
            assertThat(camel.getRouteController().getRouteStatus("greet-an").isStarted())
                    .isTrue();
        }
    }

    private static String from(DefaultCamelContext camel, String route) {
        return camel.getRoute(route).getEndpoint().getEndpointUri().replace("://", ":");
    }

    @Test
    void looksThroughALinkedFolder() throws IOException {
        write("real/one.camel.yaml", ROUTE);
        Path link = Files.createSymbolicLink(folder.resolve("linked"), folder.resolve("real"));

        assertThat(new RouteFolder(link, id -> true).files()).hasSize(1);
    }

    @Test
    void refusesToStartWithoutAnyRoute() {
        try (var camel = new DefaultCamelContext()) {
            assertThatThrownBy(() -> new RouteFolder(folder, id -> true).load(camel))
                    .hasMessageContaining("No route files");
            assertThatThrownBy(() -> new RouteFolder(folder.resolve("absent"), id -> true).load(camel))
                    .hasMessageContaining("No route files");
        } catch (IOException closing) {
            throw new AssertionError(closing);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
