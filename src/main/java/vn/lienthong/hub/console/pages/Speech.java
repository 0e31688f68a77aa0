package vn.lienthong.hub.console.pages;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;

/**
 * What templates say values with, in the language of whoever reads. The names of departments are words as well: they come
 * from the configuration in force, and a page names only those that the API told it of.
 */
@Component
class Speech {

    private final Words words;
    private final Senders senders;
    private final Clock clock;

    Speech(Words words, Senders senders, Clock clock) {
        this.words = words;
        this.senders = senders;
        this.clock = clock;
    }

    Map<String, Object> in(Locale language) {
        return Map.of("fmt", new Formats(language, words, clock), "tale", tale(language));
    }

    Tale tale(Locale language) {
        return new Tale(language, words, this::named);
    }

    private String named(String code) {
        return senders.find(code).map(Sender::name).orElse(code);
    }
}
