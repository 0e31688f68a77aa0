package vn.lienthong.hub.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sessions that others open with us.
 *
 * @param life how long one lasts
 */
@ConfigurationProperties("lienthong.access.sessions")
record SessionSettings(@DefaultValue("15m") Duration life) {}
