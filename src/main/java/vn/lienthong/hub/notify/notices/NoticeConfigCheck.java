package vn.lienthong.hub.notify.notices;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.notify.slips.TemplateLint;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.config.ConfigCheck;

/** Refuses notices that say too much, name an agency by themselves, or lack words for an event that is on. */
@Component
class NoticeConfigCheck implements ConfigCheck {

    @Override
    public void check(ConfigBundle proposal) {
        NoticeRules rules = NoticeRules.read(proposal.find(NoticeRules.FILE));
        List<String> files = proposal.paths("province/");
        TemplateLint lint = TemplateLint.knowing(
                files.stream().filter(path -> path.endsWith("/agencies.yaml")).map(proposal::text));
        files.stream()
                .filter(path -> path.endsWith("/notices.yaml"))
                .forEach(path -> check(path, Templates.read(proposal.find(path)), rules, lint));
    }

    private static void check(String path, Templates words, NoticeRules rules, TemplateLint lint) {
        Set<String> forbidden = words.forbidden();
        Stream<String> texts = words.byEvent().values().stream().flatMap(Templates::texts);
        List<String> literals =
                texts.flatMap(text -> lint.literals(text).stream()).toList();
        if (!forbidden.isEmpty() || !literals.isEmpty()) {
            throw new IllegalArgumentException(path + " may not contain " + forbidden + literals + "; allowed are "
                    + Templates.PLACEHOLDERS + " and no name, id, telephone or illness");
        }
        if (!words.byEvent().keySet().containsAll(rules.events().keySet())) {
            throw new IllegalArgumentException(
                    path + " lacks words for some of " + rules.events().keySet());
        }
    }
}
