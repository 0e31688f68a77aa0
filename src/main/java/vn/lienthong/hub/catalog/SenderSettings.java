package vn.lienthong.hub.catalog;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.platform.config.ConfigBundle;

/**
 * All that is said of a sender, in three layers: the format it speaks ({@code mapping}), what its own file says otherwise,
 * and what the province says ({@code senders.yaml}), which at least names it and its agency. Below them lies what holds for
 * the files of every sender ({@code attachments.yaml}, the province's own last); below the province's line what the
 * demonstration invents for it, which a node never reads.
 */
@Component
public class SenderSettings {

    private static final String DEPARTMENTS = "departments/";
    private static final String DEMO = "demo/";
    private static final String YAML = ".yaml";
    private static final String MAPPING = "mapping";
    private static final String ATTACHMENTS = "attachments.yaml";

    private final YAMLMapper yaml = YAMLMapper.builder().build();
    private final String province;
    private final List<String> ofProvince;
    private final List<String> attachments;

    SenderSettings(CatalogSettings settings) {
        String folder = "province/" + settings.province() + "/";
        this.province = folder + "senders.yaml";
        this.ofProvince = List.of(DEMO + province, province);
        this.attachments = List.of(ATTACHMENTS, folder + ATTACHMENTS);
    }

    /** Every sender with a file, whether this province has it or not. */
    public Set<String> ids(ConfigBundle config) {
        Set<String> ids = new TreeSet<>();
        for (String folder : List.of(DEPARTMENTS, DEMO + DEPARTMENTS)) {
            for (String path : config.paths(folder)) {
                String id = path.substring(folder.length()).replace(YAML, "");
                if (path.endsWith(YAML) && !id.contains("/")) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    /** The layers of one sender, laid over each other. */
    public JsonNode of(ConfigBundle config, String id) {
        ObjectNode settings = Layers.over(ofAll(config), layered(config, path(config, id), new LinkedHashSet<>()));
        for (String path : ofProvince) {
            if (said(config, path).path(id) instanceof ObjectNode here) {
                settings = Layers.over(settings, here);
            }
        }
        return settings;
    }

    /**
     * A file that speaks of the sender.
     *
     * @param pointer where in the file, as a JSON pointer; empty when all of it does
     */
    public record Layer(String path, String pointer) {}

    /** The files that speak of one sender, each laid over the one before. */
    public List<Layer> layers(ConfigBundle config, String id) {
        Set<String> above = new LinkedHashSet<>();
        layered(config, path(config, id), above);
        List<Layer> layers = new ArrayList<>();
        above.forEach(path -> layers.addFirst(new Layer(path, "")));
        ofProvince.stream()
                .filter(path -> said(config, path).has(id))
                .forEach(path -> layers.add(new Layer(path, "/" + id)));
        return layers;
    }

    private ObjectNode layered(ConfigBundle config, String path, Set<String> above) {
        if (!above.add(path)) {
            throw new IllegalArgumentException("mapping: goes round in a circle: " + above);
        }
        ObjectNode own = object(config, path);
        String below = own.path(MAPPING).asString(path);
        return below.equals(path) ? own : Layers.over(layered(config, below, above), own);
    }

    /** Whether this province has the system: it says whose it is. */
    public static boolean active(JsonNode settings) {
        return settings.hasNonNull("name") && settings.hasNonNull("agency");
    }

    /** Those the province names although nobody wrote a file for them. */
    List<String> withoutFile(ConfigBundle config) {
        Set<String> known = ids(config);
        return said(config, province).propertyNames().stream()
                .filter(id -> !known.contains(id))
                .toList();
    }

    String provincePath() {
        return province;
    }

    /** The sender's own file; one of the demonstration gives way to a real one. */
    public static String path(ConfigBundle config, String id) {
        String own = DEPARTMENTS + id + YAML;
        return config.find(own).isPresent() ? own : DEMO + own;
    }

    private ObjectNode ofAll(ConfigBundle config) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (String path : attachments) {
            if (config.find(path).isPresent()) {
                ObjectNode files = JsonNodeFactory.instance.objectNode();
                files.putObject("decode").set("files", object(config, path));
                all = Layers.over(all, files);
            }
        }
        return all;
    }

    /** What one file says of the province's senders; nothing when it is not there. */
    private ObjectNode said(ConfigBundle config, String path) {
        return config.find(path).isEmpty() ? JsonNodeFactory.instance.objectNode() : object(config, path);
    }

    private ObjectNode object(ConfigBundle config, String path) {
        if (yaml.readTree(config.text(path)) instanceof ObjectNode file) {
            return file;
        }
        throw new IllegalArgumentException(path + ": it is empty");
    }
}
