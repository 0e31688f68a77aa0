package vn.lienthong.hub.platform.routes;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A route file as it was loaded, and what came out of it. */
record LoadedRoutes(String text, List<String> routes, List<String> templates) {

    /** What is in flight has this long to end; what has not goes back to its queue and is delivered again. */
    private static final long PATIENCE_SECONDS = 30;

    static LoadedRoutes load(CamelContext context, Path file, String text) {
        ModelCamelContext model = (ModelCamelContext) context;
        List<String> routesBefore = routes(model);
        List<String> templatesBefore = templates(model);
        try {
            PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("file:" + file, text));
        } catch (Exception wrong) {
            new LoadedRoutes(text, without(routes(model), routesBefore), without(templates(model), templatesBefore))
                    .unload(context);
            throw new RuntimeCamelException(
                    "The routes of " + file + " cannot be loaded: " + wrong.getMessage(), wrong);
        }
        return new LoadedRoutes(text, without(routes(model), routesBefore), without(templates(model), templatesBefore));
    }

    /** What was made from templates without a file of its own. */
    static LoadedRoutes madeElsewhere(CamelContext context, List<String> ofFiles) {
        List<String> made = ((ModelCamelContext) context)
                .getRouteDefinitions().stream()
                        .filter(route -> route.getTemplateParameters() != null)
                        .map(RouteDefinition::getId)
                        .toList();
        return new LoadedRoutes("", without(made, ofFiles), List.of());
    }

    boolean madeFromTemplates() {
        return text.contains("templatedRoute");
    }

    /** The same file's new text in its place; what ran before runs again when the new text cannot be loaded. */
    LoadedRoutes replace(CamelContext context, Path file, String now) {
        unload(context);
        try {
            return load(context, file, now);
        } catch (RuntimeException unusable) {
            load(context, file, text);
            throw unusable;
        }
    }

    void unload(CamelContext context) {
        try {
            for (String route : routes) {
                context.getRouteController().stopRoute(route, PATIENCE_SECONDS, TimeUnit.SECONDS);
                context.removeRoute(route);
            }
            for (String template : templates) {
                ((ModelCamelContext) context).removeRouteTemplateDefinitions(template);
            }
        } catch (Exception stuck) {
            throw new RuntimeCamelException("A route does not stop: " + stuck.getMessage(), stuck);
        }
    }

    private static List<String> routes(ModelCamelContext model) {
        return model.getRouteDefinitions().stream().map(RouteDefinition::getId).toList();
    }

    private static List<String> templates(ModelCamelContext model) {
        return model.getRouteTemplateDefinitions().stream()
                .map(RouteTemplateDefinition::getId)
                .toList();
    }

    private static List<String> without(List<String> all, List<String> before) {
        return all.stream().filter(id -> !before.contains(id)).toList();
    }
}
