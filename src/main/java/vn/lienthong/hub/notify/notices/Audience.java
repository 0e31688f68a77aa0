package vn.lienthong.hub.notify.notices;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.DossierFacts.NoticeChoice;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.contact.NoticeChoices;

/** By which channels somebody is told: the citizen's own choice, else the province's for the event. */
@Component
class Audience {

    private final NoticeChoices choices;
    private final Gateways gateways;

    Audience(NoticeChoices choices, Gateways gateways) {
        this.choices = choices;
        this.gateways = gateways;
    }

    /** Only of dossiers for which somebody chose. */
    Map<UUID, NoticeChoice> choices(Collection<DossierView> dossiers) {
        return choices.of(dossiers);
    }

    /** An event that is off for this way of filing stays off, whatever was chosen. */
    Set<Channel> of(NoticeRules.Event event, DossierView dossier, @Nullable NoticeChoice choice) {
        var facts = dossier.facts();
        Set<Channel> usual = event.channels(facts == null ? null : facts.channel());
        return served(choice == null || usual.isEmpty() ? usual : wanted(choice));
    }

    /** The channels of a choice that have a gateway. */
    Set<Channel> of(NoticeChoice choice) {
        return served(wanted(choice));
    }

    static boolean wants(NoticeChoice choice, Channel channel) {
        return wanted(choice).contains(channel);
    }

    private Set<Channel> served(Set<Channel> channels) {
        return channels.stream().filter(gateways::serves).collect(Collectors.toSet());
    }

    private static Set<Channel> wanted(NoticeChoice choice) {
        return switch (choice) {
            case NONE -> Set.of();
            case SMS -> Set.of(Channel.SMS);
            case EMAIL -> Set.of(Channel.EMAIL);
            case BOTH -> EnumSet.allOf(Channel.class);
        };
    }
}
