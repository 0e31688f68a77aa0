package vn.lienthong.hub.console.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.console.api.Answer;

/** All in which one dossier was put into words: by its senders, by the register, to the national portal and back. */
final class DossierTexts {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** By which the portal is only asked what it has. */
    private static final String LOOK_UP = "TraCuuHoSo";

    /**
     * One of them.
     *
     * @param id which it is, in the address of the page
     * @param kind RAW, CANONICAL, SENT or ANSWERED
     * @param label which of its kind: a receipt or a service
     * @param content empty for what is not read yet
     * @param cut there is more of it than is shown
     */
    public record Text(
            String id, String kind, String label, @Nullable Object at, String content, boolean cut) {

        Text(String id, String kind, String label, @Nullable Object at, String content) {
            this(id, kind, label, at, content, false);
        }

        Text saying(String said, boolean onlyItsBeginning) {
            return new Text(id, kind, label, at, said, onlyItsBeginning);
        }
    }

    private final Map<String, Text> all = new LinkedHashMap<>();

    DossierTexts(Answer records, Answer dossier, Answer sync) {
        records.list("records").forEach(one -> {
            if (one instanceof Map<?, ?> record) {
                String key = record.get("receipt") + "/" + record.get("no");
                add(new Text("raw:" + key, "RAW", String.valueOf(record.get("sender")), record.get("acceptedAt"), ""));
            }
        });
        Object facts = dossier.at("dossier");
        if (facts != null) {
            add(new Text("canonical", "CANONICAL", "", null, JSON.writeValueAsString(facts)));
        }
        String code = dossier.text("code");
        sync.list("attempts").forEach(one -> {
            if (one instanceof Map<?, ?> attempt) {
                String service = String.valueOf(attempt.get("service"));
                add(new Text(
                        "sent:" + attempt.get("call"),
                        "SENT",
                        service,
                        attempt.get("startedAt"),
                        pretty(attempt.get("request"), code)));
                add(new Text(
                        "answered:" + attempt.get("call"),
                        "ANSWERED",
                        service,
                        attempt.get("startedAt"),
                        pretty(attempt.get("response"), code)));
            }
        });
    }

    private void add(Text text) {
        all.put(text.id(), text);
    }

    private static boolean tells(Text call) {
        return !call.label().equals(LOOK_UP);
    }

    /** In the order of the way that a dossier takes, newest first within each kind. */
    List<Text> all() {
        return List.copyOf(all.values());
    }

    /** The newest of each kind; of calls the newest that told something, rather than one that only asked. */
    List<Text> newest() {
        Map<String, Text> newest = new LinkedHashMap<>();
        all.values()
                .forEach(text -> newest.merge(
                        text.kind(),
                        text,
                        (newer, older) -> newer.label().equals(LOOK_UP) && tells(older) ? older : newer));
        return new ArrayList<>(newest.values());
    }

    Optional<Text> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** What a record said, now that it was read. */
    void read(String id, String content, boolean cut) {
        all.computeIfPresent(id, (key, text) -> text.saying(pretty(content, ""), cut));
    }

    /** JSON a member a line, so that lines can be compared, without other dossiers; everything else as it is. */
    private static String pretty(@Nullable Object said, String code) {
        String text = said == null ? "" : said.toString();
        try {
            return text.startsWith("{") || text.startsWith("[")
                    ? JSON.writeValueAsString(own(JSON.readValue(text, Object.class), code))
                    : text;
        } catch (JacksonException cutOrOther) {
            return text;
        }
    }

    /** Of a call that carried several dossiers, what is of this one. */
    private static @Nullable Object own(@Nullable Object said, String code) {
        if (said instanceof Map<?, ?> object) {
            Map<String, @Nullable Object> kept = new LinkedHashMap<>();
            object.forEach((name, value) -> kept.put(String.valueOf(name), own(value, code)));
            return kept;
        }
        return said instanceof List<?> list && list.stream().anyMatch(one -> isOf(one, code))
                ? list.stream().filter(one -> isOf(one, code)).toList()
                : said;
    }

    private static boolean isOf(@Nullable Object record, String code) {
        return record instanceof Map<?, ?> members && code.equals(members.get("MaHoSo"));
    }
}
