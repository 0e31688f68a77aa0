package vn.lienthong.hub.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The pace of senders whose file says nothing.
 *
 * @param perSecond submissions; 0 for no limit
 * @param share the part of the door that one sender may fill
 * @param besideOthers submissions per second of one sender while others push too, at the door and from its queues; 0 for
 *     no limit
 * @param quiet how long nothing of the others makes a sender alone
 * @param longestTurn the longest that a push waits at the door for its turn before it is told to come back
 */
@ConfigurationProperties("lienthong.intake.pace")
record PaceSettings(
        @DefaultValue("0") int perSecond,
        @DefaultValue("0.75") double share,
        @DefaultValue("50") int besideOthers,
        @DefaultValue("10s") Duration quiet,
        @DefaultValue("2s") Duration longestTurn) {}
