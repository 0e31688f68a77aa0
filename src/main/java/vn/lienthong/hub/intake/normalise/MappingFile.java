package vn.lienthong.hub.intake.normalise;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.intake.decode.DecodeSettings;

/** The sections of a sender's settings that say what its words mean; {@code config/departments/README.md} explains them. */
record MappingFile(
        @Nullable DecodeSettings decode,
        @Nullable KindLines kind,
        JsonNode fields,
        @Nullable StatusLines status,
        @Nullable ValueLine snapshotAt) {

    /** How to tell what kind of event a record is. */
    record KindLines(@Nullable String named, LinkedHashMap<String, List<String>> byFields) {}

    /** Where the status stands, every word it may have, and what each means. */
    record StatusLines(
            @Nullable String word,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> sub,

            List<String> words,
            LinkedHashMap<String, JsonNode> table,
            @Nullable ValueLine officer,
            @Nullable ValueLine officerTitle,
            @Nullable ValueLine unit,
            @Nullable ValueLine note) {}

    /** {@code { from: <where>, as: <value rule> }} and what the rule needs to know. */
    record ValueLine(
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<String> from,

            String as,
            boolean required,
            @Nullable Map<String, @Nullable String> list,
            @Nullable Integer max,
            @Nullable String timeOfDay,
            boolean restoreZeros,
            @Nullable Map<String, List<String>> when) {}
}
