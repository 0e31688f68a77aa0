package vn.lienthong.hub.portal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the citizens' tracking page may be asked.
 *
 * @param perAddress questions from one address in {@code window}
 * @param perDossier questions about one code in {@code window}, right or wrong: ten an hour make the ten thousand
 *     possible secrets take six weeks
 * @param perSecond questions of everybody together
 * @param leastAnswer every answer takes a multiple of this, so that its time tells nothing
 * @param slips how long the links to the slips of a dossier work
 */
@ConfigurationProperties("lienthong.tracking-page")
record CitizenPageSettings(
        @DefaultValue("60") int perAddress,
        @DefaultValue("10") int perDossier,
        @DefaultValue("50") int perSecond,
        @DefaultValue("1h") Duration window,
        @DefaultValue("400ms") Duration leastAnswer,
        @DefaultValue("15m") Duration slips) {}
