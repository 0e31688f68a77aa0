package vn.lienthong.hub.platform.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
