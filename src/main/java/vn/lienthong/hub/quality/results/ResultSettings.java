package vn.lienthong.hub.quality.results;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How results are looked at.
 *
 * @param largest a longer file is not read, wherever it lies
 * @param patience how long a link may take to answer, and again to be read
 * @param trust a folder with certificates (PEM or DER) of authorities that are trusted; without one nobody is asked who
 *     issued a certificate
 */
@ConfigurationProperties("lienthong.results")
record ResultSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("50MB") DataSize largest,
        @DefaultValue("20s") Duration patience,
        @Nullable String trust) {}
