package vn.lienthong.hub.dispatch;

import org.springframework.stereotype.Component;

/** What a message says: written once, the same however often and by whichever way it is sent. */
@Component
class Wording {

    private final Dispatches dispatches;
    private final Told told;

    Wording(Dispatches dispatches, Told told) {
        this.dispatches = dispatches;
        this.told = told;
    }

    /**
     * The bytes in the system's own words.
     *
     * @throws vn.lienthong.hub.dispatch.words.Unsayable when the dossier lacks what those words need
     */
    byte[] of(Message message, SystemTerms rules) {
        if (message.body() != null) {
            return message.body();
        }
        return dispatches.written(
                message, rules.words(message.kind()).write(message.kind().name(), told.facts(message)));
    }
}
