package vn.lienthong.hub.notify.slips;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Finds agencies, places and persons that a template names by itself. Real templates used in several provinces printed
 * another province's department, or one officer's name, on everybody's papers.
 */
public final class TemplateLint {

    private static final YAMLMapper YAML = YAMLMapper.shared();
    private static final Pattern MARKUP = Pattern.compile("(?s)<style>.*?</style>|<[^>]*>|&#?\\w+;");
    private static final Pattern OFFICE = Pattern.compile(
            "(?U)\\b(?:Sở|Ban|Phòng|Bộ|UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Văn phòng|Trung tâm|Chi cục|Cục)\\s+\\p{Lu}\\p{Ll}+");
    private static final Pattern PLACE =
            Pattern.compile("(?U)\\b(?:tỉnh|thành phố|huyện|xã|phường|thị trấn)\\s+\\p{Lu}\\p{Ll}+");
    private static final Pattern PERSON = Pattern.compile("(?U)\\b(?:Ông|Bà|ông|bà|đồng chí)\\s+\\p{Lu}\\p{Ll}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Set<String> names;

    private TemplateLint(Set<String> names) {
        this.names = names;
    }

    /** A lint that knows the agencies and provinces of these catalogue files. */
    public static TemplateLint knowing(Stream<String> agencyFiles) {
        Set<String> names = new TreeSet<>();
        agencyFiles.map(YAML::readTree).forEach(file -> {
            file.path("province")
                    .path("name")
                    .asStringOpt()
                    .map(TemplateLint::key)
                    .ifPresent(names::add);
            Stream.concat(file.path("agencies").findValues("name").stream(), others(file))
                    .map(name -> key(name.asString("")))
                    .filter(name -> !name.isEmpty())
                    .forEach(names::add);
        });
        return new TemplateLint(names);
    }

    /** What the template names; empty when it may be used. */
    public List<String> literals(String template) {
        String text = Normalizer.normalize(MARKUP.matcher(template).replaceAll(" "), Normalizer.Form.NFC);
        String lower = key(text);
        Stream<String> known = names.stream().filter(lower::contains);
        Stream<String> shaped = Stream.of(OFFICE, PLACE, PERSON)
                .flatMap(pattern -> pattern.matcher(text).results().map(MatchResult::group));
        return Stream.concat(known, shaped).toList();
    }

    private static Stream<JsonNode> others(JsonNode file) {
        return file.path("agencies").findValues("alsoKnownAs").stream().flatMap(JsonNode::valueStream);
    }

    private static String key(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return SPACES.matcher(composed).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
