package vn.lienthong.hub.console.pages;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.console.api.Answer;

/**
 * What is to be done next about an unmapped code.
 *
 * @param proposing whether a meaning should be proposed: none is open, and none was applied that the records wait to be read by
 * @param waiting whether the newest waits for a decision: until then the records would come to the same
 * @param applied the proposal that was applied and by which the records should be read again; null for none
 * @param options what the code may mean, each status once
 */
public record MeaningStep(
        boolean proposing, boolean waiting, @Nullable Map<?, ?> applied, List<Option> options) {

    /**
     * One choice.
     *
     * @param value as the API takes it
     * @param word the canonical word
     * @param like a code that means the same; null when the word alone is meant
     * @param moment where the moment of that code stands
     */
    public record Option(
            String value,
            String word,
            @Nullable String like,
            @Nullable String moment) {}

    static MeaningStep of(Map<?, ?> issue, Answer choices, Answer proposals) {
        Map<?, ?> newest = !proposals.list("proposals").isEmpty()
                        && proposals.list("proposals").getFirst() instanceof Map<?, ?> first
                ? first
                : Map.of();
        boolean parked = issue.get("count") instanceof Number count && count.longValue() > 0;
        boolean waiting = "PROPOSED".equals(newest.get("state"));
        boolean applied = parked && "APPROVED".equals(newest.get("state"));
        boolean since = applied && !after(newest.get("decidedAt"), issue.get("lastAt"));
        boolean proposing = choices.ok() && parked && !since && !waiting;
        return new MeaningStep(proposing, waiting, applied ? newest : null, options(choices));
    }

    private static boolean after(@Nullable Object one, @Nullable Object other) {
        return one == null
                || other == null
                || OffsetDateTime.parse(other.toString()).isAfter(OffsetDateTime.parse(one.toString()));
    }

    /** A status that codes of the table have already is offered as what they are: they say where its moment stands. */
    private static List<Option> options(Answer choices) {
        Map<String, List<Option>> like = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        object(choices.at("like")).forEach((code, word) -> {
            @Nullable Object moment = object(choices.at("moments")).get(code);
            if (known.add(word + " " + moment)) {
                like.computeIfAbsent(String.valueOf(word), none -> new ArrayList<>())
                        .add(new Option("=" + code, String.valueOf(word), String.valueOf(code), text(moment)));
            }
        });
        List<Option> options = new ArrayList<>();
        for (Object word : choices.list("words")) {
            List<Option> same = like.getOrDefault(String.valueOf(word), List.of()).stream()
                    .filter(option -> option.moment() != null)
                    .toList();
            options.addAll(same.isEmpty() ? List.of(new Option(word.toString(), word.toString(), null, null)) : same);
        }
        return options;
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
