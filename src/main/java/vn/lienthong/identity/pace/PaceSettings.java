package vn.lienthong.identity.pace;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one minute allows.
 *
 * @param perClient calls of a client whose terms name no figure of their own
 * @param perAddress pages of log-in that one address may ask for
 * @param failures calls of one address that prove nothing (401)
 * @param denials lines in the audit about denials to one address; what is beyond is summed
 * @param denialsInAll the same of all addresses together, per node
 */
@ConfigurationProperties("lienthong.identity.pace")
record PaceSettings(
        @DefaultValue("3000") int perClient,
        @DefaultValue("900") int perAddress,
        @DefaultValue("300") int failures,
        @DefaultValue("60") int denials,
        @DefaultValue("600") int denialsInAll) {}
