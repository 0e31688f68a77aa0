package vn.lienthong.hub.intake.normalise;

import vn.lienthong.hub.catalog.SenderSettings;
import vn.lienthong.hub.platform.config.ConfigBundle;
import vn.lienthong.hub.platform.config.ConfigCheck;

/** Compiles the mapping of every sender of a proposed configuration, those of other provinces too. */
final class MappingsCheck implements ConfigCheck {

    private final MappingReader reader;
    private final SenderSettings senders;

    MappingsCheck(MappingReader reader, SenderSettings senders) {
        this.reader = reader;
        this.senders = senders;
    }

    @Override
    public void check(ConfigBundle proposal) {
        for (String id : senders.ids(proposal)) {
            reader.read(id, senders.of(proposal, id));
        }
    }
}
