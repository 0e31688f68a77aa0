package vn.lienthong.hub.notify.callbacks;

import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.config.ConfigCheck;

/** Refuses a sender's file whose call-back cannot be made: no address, an unknown status or placeholder. */
@Component
class CallBackConfigCheck implements ConfigCheck {

    private static final YAMLMapper YAML = YAMLMapper.shared();

    @Override
    public void check(ConfigBundle proposal) {
        proposal.paths("departments/").stream()
                .filter(path -> path.endsWith(".yaml"))
                .forEach(path -> check(proposal, path));
    }

    private static void check(ConfigBundle proposal, String path) {
        try {
            CallBackRules.of(YAML.readTree(proposal.text(path)));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(path + ": " + wrong.getMessage(), wrong);
        }
    }
}
