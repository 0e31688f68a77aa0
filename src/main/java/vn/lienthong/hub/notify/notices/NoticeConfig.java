package vn.lienthong.hub.notify.notices;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.config.ConfigBundle;

/** Rules and words in force. */
@Component
class NoticeConfig {

    /** One version of both. */
    record InForce(NoticeRules rules, Templates templates) {}

    private volatile InForce now;

    NoticeConfig(AppliedConfig config, @Value("${lienthong.province:son-la}") String province) {
        this.now = read(config.current(), province);
        config.onChange(bundle -> now = read(bundle, province));
    }

    InForce now() {
        return now;
    }

    static String words(String province) {
        return "province/" + province + "/notices.yaml";
    }

    private static InForce read(ConfigBundle bundle, String province) {
        return new InForce(
                NoticeRules.read(bundle.find(NoticeRules.FILE)), Templates.read(bundle.find(words(province))));
    }
}
