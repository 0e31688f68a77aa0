package vn.lienthong.hub.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The pace of senders whose file says nothing.
 *
 * @param perSecond submissions; 0 for no limit
 * @param share the part of the door that one sender may fill
 */
@ConfigurationProperties("lienthong.intake.pace")
record PaceSettings(
        @DefaultValue("0") int perSecond,
        @DefaultValue("0.75") double share) {}
