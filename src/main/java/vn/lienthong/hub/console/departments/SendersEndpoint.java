package vn.lienthong.hub.console.departments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.catalog.SenderSettings;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.platform.config.AppliedConfig;
import vn.lienthong.hub.platform.config.ConfigBundle;

/** The systems that may send here, with their limits and the files that say so; a department's user sees its own. */
@RestController
class SendersEndpoint {

    private final Senders senders;
    private final SenderSettings settings;
    private final AppliedConfig config;
    private final Scheduler blocking;
    private volatile @Nullable Answer kept;

    SendersEndpoint(
            Senders senders, SenderSettings settings, AppliedConfig config, @Qualifier("blocking") Scheduler blocking) {
        this.blocking = blocking;
        this.senders = senders;
        this.settings = settings;
        this.config = config;
    }

    /** @param version of the configuration in force */
    record Answer(long version, List<Line> senders) {

        Answer seenBy(Caller caller) {
            return new Answer(
                    version,
                    senders.stream().filter(line -> caller.sees(line.id())).toList());
        }
    }

    @GetMapping("/api/v1/senders")
    Mono<Answer> list(@AuthenticationPrincipal Caller caller) {
        return Mono.fromCallable(this::all).subscribeOn(blocking).map(all -> all.seenBy(caller));
    }

    /** Read once for each version: their files are YAML, and a page asks every few seconds. */
    private Answer all() {
        ConfigBundle now = config.current();
        Answer before = kept;
        if (before != null && before.version() == now.version()) {
            return before;
        }
        Answer all = new Answer(
                now.version(),
                senders.all().stream().map(sender -> line(sender, now)).toList());
        kept = all;
        return all;
    }

    private Line line(Sender sender, ConfigBundle now) {
        List<String> files = settings.layers(now, sender.id()).reversed().stream()
                .map(SenderSettings.Layer::path)
                .toList();
        return Line.of(sender, files);
    }
}
