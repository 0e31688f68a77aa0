package vn.lienthong.hub.console.departments;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
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

    SendersEndpoint(Senders senders, SenderSettings settings, AppliedConfig config) {
        this.senders = senders;
        this.settings = settings;
        this.config = config;
    }

    /** @param version of the configuration in force */
    record Answer(long version, List<Line> senders) {}

    @GetMapping("/api/v1/senders")
    Answer list(@AuthenticationPrincipal Caller caller) {
        ConfigBundle now = config.current();
        return new Answer(
                now.version(),
                senders.all().stream()
                        .filter(sender -> caller.sees(sender.id()))
                        .map(sender -> line(sender, now))
                        .toList());
    }

    private Line line(Sender sender, ConfigBundle now) {
        List<String> files = settings.layers(now, sender.id()).reversed().stream()
                .map(SenderSettings.Layer::path)
                .toList();
        return Line.of(sender, files);
    }
}
