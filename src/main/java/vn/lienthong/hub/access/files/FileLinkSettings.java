package vn.lienthong.hub.access.files;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Links to files.
 *
 * @param life how long one opens
 */
@ConfigurationProperties("lienthong.files")
record FileLinkSettings(@DefaultValue("30d") Duration life) {}
