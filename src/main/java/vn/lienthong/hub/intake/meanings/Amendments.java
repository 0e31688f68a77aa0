package vn.lienthong.hub.intake.meanings;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.hub.catalog.Procedures;
import vn.lienthong.hub.catalog.SenderSettings;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;
import vn.lienthong.hub.platform.time.VietnamTime;

/** Writes a meaning into the sender's own file, which lies over the format that others speak too. */
@Component
class Amendments {

    private final AppliedConfig config;
    private final SenderSettings senders;
    private final Procedures procedures;
    private final Clock clock;

    Amendments(AppliedConfig config, SenderSettings senders, Procedures procedures, Clock clock) {
        this.config = config;
        this.senders = senders;
        this.procedures = procedures;
        this.clock = clock;
    }

    /** What the code of this cause may mean; empty when no table of the sender could mend it. */
    Optional<Choices> choices(String sender, String cause) {
        JsonNode settings = settings(config.current(), sender);
        return CodeTables.find(settings, cause).map(table -> Choices.of(table, settings));
    }

    /** What the proposal comes to in words; empty when no table of the sender speaks of its cause any more. */
    Optional<Meant> meant(Proposal proposal) {
        JsonNode settings = settings(config.current(), proposal.sender());
        return CodeTables.spokenOf(settings, proposal.cause())
                .map(table -> Meant.of(proposal.meaning(), table, settings, procedures, today()));
    }

    /** The change that gives the code this meaning in the configuration in force. */
    Amendment of(String sender, String cause, String code, String meaning) {
        ConfigBundle now = config.current();
        JsonNode settings = settings(now, sender);
        CodeTable table = CodeTables.find(settings, cause)
                .orElseThrow(() -> unfit("not-mappable", "cause", "No code list of the sender could mend this cause"));
        Choices choices = Choices.of(table, settings);
        if (table.in(settings).has(code)
                && !table.in(settings).path(code).asString("").equals("park")) {
            throw unfit("already-mapped", "code", "The configuration in force knows this code already");
        }
        if (!choices.allow(meaning, procedures, today())) {
            throw unfit(
                    "unknown-meaning", "meaning", "Choose one of the words that GET /api/v1/meanings/choices lists");
        }
        JsonNode row = meaning.startsWith(Choices.SAME_AS)
                ? table.in(settings).get(meaning.substring(Choices.SAME_AS.length()))
                : JsonNodeFactory.instance.stringNode(meaning);
        String path = SenderSettings.path(now, sender);
        String before = now.text(path);
        Amendment amendment = new Amendment(now.version(), path, before, after(before, settings, table, code, row));
        confirmed(now, sender, amendment, table, code, row);
        return amendment;
    }

    private static String after(String before, JsonNode settings, CodeTable table, String code, JsonNode row) {
        if (table.isStatus() || YamlText.says(before, table.whole())) {
            return YamlText.with(before, and(table.table(), code), row);
        }
        ObjectNode whole = (ObjectNode) CodeTable.at(settings, table.whole()).deepCopy();
        List<String> below =
                table.table().subList(table.whole().size(), table.table().size());
        YamlText.put(whole, and(below, code), row);
        return YamlText.with(before, table.whole(), whole);
    }

    /** A line of the province lies over the sender's own file, and may hide what that says. */
    private void confirmed(
            ConfigBundle now, String sender, Amendment amendment, CodeTable table, String code, JsonNode row) {
        Map<String, String> files = new TreeMap<>(now.files());
        files.put(amendment.path(), amendment.after());
        JsonNode then = settings(new ConfigBundle(0, "", new TreeMap<>(files)), sender);
        if (!row.equals(table.in(then).get(code))) {
            throw unfit(
                    "hidden-by-province",
                    "code",
                    "The province's senders.yaml says this table itself; change it there and apply the files");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), VietnamTime.ZONE);
    }

    private JsonNode settings(ConfigBundle bundle, String sender) {
        if (!senders.ids(bundle).contains(sender)) {
            throw new ProblemException(HttpStatus.NOT_FOUND, "unknown-sender", "Không có nơi gửi này");
        }
        return senders.of(bundle, sender);
    }

    private static ProblemException unfit(String rule, String field, String detail) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT, rule, detail, List.of(Reason.of(rule, field, null)));
    }

    private static List<String> and(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
