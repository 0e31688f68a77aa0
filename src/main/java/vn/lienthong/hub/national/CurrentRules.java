package vn.lienthong.hub.national;

import vn.lienthong.hub.platform.config.AppliedConfig;

/** {@code config/national.yaml} as it is in force; a new version is read when it is applied. */
final class CurrentRules {

    private volatile NationalRules current;

    CurrentRules(AppliedConfig config) {
        current = NationalRules.read(config.text(NationalRules.FILE));
        config.onChange(bundle -> current = NationalRules.read(bundle.text(NationalRules.FILE)));
    }

    NationalRules now() {
        return current;
    }
}
