package vn.lienthong.hub.intake.collect;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import vn.lienthong.hub.catalog.SenderSettings;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.config.ConfigCheck;

/** Refuses a sender's file from which nothing could be fetched: no address, an unknown kind, an impossible time. */
@Component
class CollectConfigCheck implements ConfigCheck {

    private final SenderSettings settings;
    private final Map<String, Kind> kinds;

    CollectConfigCheck(SenderSettings settings, List<Kind> kinds) {
        this.settings = settings;
        this.kinds = kinds.stream().collect(Collectors.toMap(Kind::by, Function.identity()));
    }

    @Override
    public void check(ConfigBundle proposal) {
        settings.ids(proposal).forEach(id -> check(proposal, id));
    }

    private void check(ConfigBundle proposal, String id) {
        JsonNode all = settings.of(proposal, id);
        if (all.path("collect").isMissingNode() || !SenderSettings.active(all)) {
            return;
        }
        try {
            check(all.path("format").asString(""), Section.collect(all));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(id + ": " + wrong.getMessage(), wrong);
        }
    }

    private void check(String format, Section section) {
        Kind kind = kinds.get(section.text("by"));
        if (kind == null) {
            throw section.wrong(
                    "by", "is one of " + kinds.keySet().stream().sorted().toList());
        }
        section.duration("every", Collector.USUAL_PAUSE);
        kind.check(format, section);
    }
}
