package vn.lienthong.hub.quality.integrity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How dossiers are looked at.
 *
 * @param perSecond at most so many changes a second, so that live traffic keeps the database
 */
@ConfigurationProperties("lienthong.integrity")
record IntegritySettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("100") int perSecond) {}
