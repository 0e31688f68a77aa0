package vn.lienthong.hub.notify.returns;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.notify.returns.Mailbox.Place;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.database.Clockwork;
import vn.lienthong.hub.platform.database.DatabaseBreaker;
import vn.lienthong.hub.platform.database.TimedWork;

/** Looks into the mailbox of returned letters now and then, one node at a time; that it is away harms nothing else. */
@Component
class ReturnsDesk extends TimedWork {

    private static final Logger log = LoggerFactory.getLogger(ReturnsDesk.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ReturnedNotices returned;
    private final LetterIds ids;
    private final String password;
    private final boolean enabled;
    private final Counter bounced;
    private volatile ReturnRules rules;
    private volatile String trouble = "";

    ReturnsDesk(
            ReturnedNotices returned,
            LetterIds ids,
            AppliedConfig config,
            DatabaseBreaker database,
            Environment environment,
            MeterRegistry meters,
            @Value("${lienthong.notify.enabled:true}") boolean enabled) {
        super("returns", 1, database);
        this.returned = returned;
        this.ids = ids;
        this.password = environment.getProperty("LIENTHONG_RETURNS_PASSWORD", "");
        this.enabled = enabled;
        this.bounced = Counter.builder("lienthong.notify.returned")
                .description("Letters that came back after the mail server had taken them")
                .register(meters);
        this.rules = ReturnRules.read(config.current().find(ReturnRules.FILE));
        config.onChange(bundle -> rules = ReturnRules.read(bundle.find(ReturnRules.FILE)));
    }

    boolean configured() {
        return enabled && rules.configured();
    }

    /** Empty while the mailbox can be read. */
    String trouble() {
        return configured() ? trouble : "";
    }

    @Override
    protected void begin(Clockwork clock) {
        clock.every(PAUSE, this::tick);
    }

    @Override
    public int getPhase() {
        return 0;
    }

    private void tick() {
        if (configured()) {
            look();
            trouble = returned.trouble().orElse("");
        }
    }

    /** One look, if one is due and no other node is at it. No transaction is open while the mailbox answers. */
    void look() {
        ReturnRules now = rules;
        String lease = UUID.randomUUID().toString();
        Optional<Place> from = returned.claim(lease, LEASE);
        if (from.isEmpty()) {
            return;
        }
        Duration pause = Duration.ofSeconds(now.everySeconds());
        try {
            boolean all = new Mailbox(now, password, ids).read(from.get(), (at, report) -> took(lease, at, report));
            returned.release(lease, all ? pause : Duration.ZERO, null);
        } catch (MessagingException away) {
            log.warn(
                    "The mailbox of returned letters is away: {}",
                    away.getClass().getSimpleName());
            returned.release(lease, pause, away.getClass().getSimpleName());
        }
    }

    private boolean took(String lease, Place at, Optional<Report> report) {
        if (report.filter(returned::bounced).isPresent()) {
            bounced.increment();
        }
        return returned.advance(lease, at, LEASE);
    }
}
