package vn.lienthong.hub.notify.notices;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierStatus;

/**
 * {@code config/notify/notices.yaml}, read: who is told of what, and how.
 *
 * @param senders whose dossiers are told about; {@code "*"} for all
 * @param maxAgeHours what is older when it is read is history, not news
 * @param expireAfterHours a notice not sent by then helps nobody
 */
record NoticeRules(
        boolean active,
        List<String> senders,
        int maxAgeHours,
        int expireAfterHours,
        int perSecond,
        Map<String, Event> events,
        SmsRules sms,
        MailRules mail) {

    static final String FILE = "notify/notices.yaml";

    /** Where the configuration in force says nothing of notices, there are none. */
    static final NoticeRules OFF = new NoticeRules(
            false,
            List.of(),
            0,
            0,
            1,
            Map.of(),
            new SmsRules("none", "", Map.of(), "", "", List.of(), List.of(), false, 1, null),
            new MailRules("", 0, true, "", "", "", 1));

    private static final YAMLMapper YAML = YAMLMapper.shared();

    /** An event without a status is the passing of the promised date. */
    record Event(@Nullable DossierStatus status, Map<Filing, List<Channel>> active) {

        /** When nobody said how the dossier was filed, only what is on for every way of filing. */
        Set<Channel> channels(DossierFacts.@Nullable Channel filed) {
            EnumSet<Channel> channels = EnumSet.allOf(Channel.class);
            List<Filing> ways = filed == null ? Arrays.asList(Filing.values()) : List.of(Filing.of(filed));
            ways.forEach(way -> channels.retainAll(active.getOrDefault(way, List.of())));
            return channels;
        }
    }

    static NoticeRules read(Optional<String> yaml) {
        return yaml.map(text -> YAML.readValue(text, NoticeRules.class)).orElse(OFF);
    }

    boolean concerns(String sender) {
        return senders.contains("*") || senders.contains(sender);
    }

    Optional<Map.Entry<String, Event>> of(@Nullable DossierStatus status) {
        return events.entrySet().stream()
                .filter(event -> event.getValue().status() == status)
                .findFirst();
    }

    Duration maxAge() {
        return Duration.ofHours(maxAgeHours);
    }

    Duration expireAfter() {
        return Duration.ofHours(expireAfterHours);
    }
}
