package vn.lienthong.hub.quality.resend;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What plans may do.
 *
 * @param secondPersonAbove plans of more dossiers are approved by somebody else than who proposed them
 * @param most dossiers of one plan
 * @param perSecond the usual rate, and {@code fastest} the highest
 * @param tick how often portions are taken and outcomes looked at
 * @param ahead for how many seconds dossiers may wait in the ledger at once: so much a pause cannot call back
 */
@ConfigurationProperties("lienthong.resend")
public record ResendSettings(
        @DefaultValue("100") int secondPersonAbove,
        @DefaultValue("200000") int most,
        @DefaultValue("20") int perSecond,
        @DefaultValue("500") int fastest,
        @DefaultValue("1s") Duration tick,
        @DefaultValue("10") int ahead) {}
