package vn.lienthong.hub.access.files;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.lienthong.trust.MasterKey;

/**
 * Gives links to files and reads them again.
 *
 * <p>They begin with {@code LIENTHONG_PUBLIC_URL}. Without one, or with one that opens on our own network only, none is
 * given: an address that does not open is worse than none.
 */
@Component
@EnableConfigurationProperties(FileLinkSettings.class)
public class FileLinks {

    /** Under which the hub answers them. */
    public static final String PATH = "/api/v1/files/";

    private static final Logger log = LoggerFactory.getLogger(FileLinks.class);

    private final FileTokens tokens;
    private final Clock clock;
    private final Duration life;
    private final String base;

    FileLinks(MasterKey master, Environment environment, FileLinkSettings settings, Clock clock) {
        this.tokens = new FileTokens(master);
        this.clock = clock;
        this.life = settings.life();
        this.base = base(environment.getProperty("LIENTHONG_PUBLIC_URL", "").strip());
    }

    /** Whether links are given at all. */
    public boolean given() {
        return !base.isEmpty();
    }

    /** A link for this audience from now on; only where {@link #given}. */
    public String to(UUID dossier, String sha256, String audience) {
        Instant now = clock.instant();
        return base + PATH + tokens.seal(new FileLink(dossier, sha256, audience, now.plus(life)), now);
    }

    /** What the last part of a link opens, whether or not it is over; empty when it is altered or not ours. */
    public Optional<FileLink> open(String token) {
        return tokens.open(token);
    }

    private static String base(String given) {
        if (!given.isEmpty() && !PublicAddress.is(given)) {
            log.warn("No links to files are given: LIENTHONG_PUBLIC_URL is no https address that opens from outside");
            return "";
        }
        return given.replaceFirst("/+$", "");
    }
}
