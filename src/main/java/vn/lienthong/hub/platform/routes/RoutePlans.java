package vn.lienthong.hub.platform.routes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.model.TryDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads how a route is made from Camel's own model of it, and from the files it was loaded from. */
@Component
public class RoutePlans {

    private static final String JMS = "jms://queue:";
    private static final Pattern BEAN = Pattern.compile("ref:(\\S+) method:(\\S+)");
    private static final Pattern CLASS = Pattern.compile("\\[class (?:\\w+\\.)*(\\w+)]");

    private final ObjectProvider<CamelContext> camel;
    private final RouteControl control;
    private final RouteTraffic traffic;
    private final RouteFolder folder;

    RoutePlans(ObjectProvider<CamelContext> camel, RouteControl control, RouteTraffic traffic, RouteFolder folder) {
        this.camel = camel;
        this.control = control;
        this.traffic = traffic;
        this.folder = folder;
    }

    public Optional<RoutePlan> of(String id) {
        @Nullable RouteDefinition definition = ((ModelCamelContext) camel.getObject()).getRouteDefinition(id);
        return definition == null ? Optional.empty() : control.find(id).map(route -> plan(route, definition));
    }

    private RoutePlan plan(RouteView route, RouteDefinition definition) {
        Map<String, String> given = parameters(definition);
        Map<String, String> parameters = RouteSecrets.hide(given);
        return new RoutePlan(
                route,
                route.from().startsWith(JMS) ? route.from().substring(JMS.length()) : null,
                RouteSecrets.hide(filled(Objects.requireNonNullElse(definition.getDescriptionText(), ""), parameters)),
                parameters,
                folder.fileOf(route.id()).map(RoutePlans::careful).orElse(null),
                template(definition, given)
                        .flatMap(folder::fileOfTemplate)
                        .map(RoutePlans::careful)
                        .orElse(null),
                steps(definition.getOutputs(), parameters),
                traffic.failures(route.id()));
    }

    private static Map<String, String> parameters(RouteDefinition definition) {
        Map<String, String> all = new TreeMap<>();
        Stream.of(definition.getTemplateDefaultParameters(), definition.getTemplateParameters())
                .filter(Objects::nonNull)
                .forEach(some -> some.forEach((name, value) -> all.put(name, String.valueOf(value))));
        return all;
    }

    /** Camel forgets from which template it made a route; where it takes its messages from tells. */
    private Optional<String> template(RouteDefinition definition, Map<String, String> parameters) {
        if (definition.getTemplateParameters() == null) {
            return Optional.empty();
        }
        String from = filled(definition.getInput().getEndpointUri(), parameters);
        return ((ModelCamelContext) camel.getObject())
                .getRouteTemplateDefinitions().stream()
                        .filter(one -> filled(one.getRoute().getInput().getEndpointUri(), parameters)
                                .equals(from))
                        .map(RouteTemplateDefinition::getId)
                        .findFirst();
    }

    private static List<RouteStep> steps(
            List<? extends ProcessorDefinition<?>> outputs, Map<String, String> parameters) {
        return outputs.stream()
                .distinct()
                .map(step ->
                        new RouteStep(step.getShortName(), what(step, parameters), steps(inside(step), parameters)))
                .toList();
    }

    /** What a step does when something fails stands beside what it tries. */
    private static List<? extends ProcessorDefinition<?>> inside(ProcessorDefinition<?> step) {
        if (!(step instanceof TryDefinition attempt)) {
            return step.getOutputs();
        }
        List<ProcessorDefinition<?>> all = new ArrayList<>(attempt.getOutputs());
        Optional.ofNullable(attempt.getCatchClauses()).ifPresent(all::addAll);
        Optional.ofNullable(attempt.getFinallyClause()).ifPresent(all::add);
        return all;
    }

    /** The label without the kind it begins with: {@code bean[ref:turns]} is about {@code ref:turns}. */
    private static String what(ProcessorDefinition<?> step, Map<String, String> parameters) {
        String label = filled(Objects.requireNonNullElse(step.getLabel(), ""), parameters);
        int open = label.indexOf('[');
        if (open >= 0 && label.endsWith("]")) {
            label = label.substring(open + 1, label.length() - 1);
        }
        String plain = CLASS.matcher(BEAN.matcher(label).replaceAll("$1.$2()")).replaceAll("$1");
        return RouteSecrets.hide(plain.equals(step.getShortName()) ? "" : plain);
    }

    private static String filled(String text, Map<String, String> parameters) {
        String filled = text;
        for (Map.Entry<String, String> one : parameters.entrySet()) {
            filled = filled.replace("{{" + one.getKey() + "}}", one.getValue());
        }
        return filled;
    }

    private static RouteText careful(RouteText file) {
        return new RouteText(file.name(), RouteSecrets.hide(file.text()));
    }
}
