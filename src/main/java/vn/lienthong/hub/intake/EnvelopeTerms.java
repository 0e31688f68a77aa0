package vn.lienthong.hub.intake;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.lienthong.hub.catalog.sender.Sender;

/**
 * The section {@code envelope} of a sender's file: it logs in, and calls with a session and the name of a service.
 *
 * @param services those whose {@code data} are records to be registered
 * @param patience how long a call waits for the register before it is told that it was received
 * @param asks the neighbour this sender is: what its questions are answered as
 * @param codes the codes it is answered with: {@code done}, {@code received}, {@code bad}, {@code session},
 *     {@code later}, and one for any rule that has its own
 * @param words what it is told beside {@code done}, {@code received}, {@code session} and {@code later}
 */
record EnvelopeTerms(
        Set<String> services, Duration patience, String asks, Map<String, String> codes, Map<String, String> words) {

    static final String SECTION = "envelope";
    static final String DONE = "done";
    static final String RECEIVED = "received";
    static final String BAD = "bad";
    static final String SESSION = "session";
    static final String LATER = "later";

    static EnvelopeTerms of(Sender sender) {
        var section = sender.settings().path(SECTION);
        if (!section.isObject()) {
            throw Rejections.NO_ENVELOPE;
        }
        Set<String> services = new TreeSet<>();
        section.path("services").forEach(service -> services.add(service.asString()));
        Map<String, String> codes =
                new TreeMap<>(Map.of(DONE, "0", RECEIVED, "0", BAD, "-2", SESSION, "-1", LATER, "-9"));
        section.path("codes")
                .properties()
                .forEach(code -> codes.put(code.getKey(), code.getValue().asString()));
        Map<String, String> words = new TreeMap<>();
        section.path("words")
                .properties()
                .forEach(word -> words.put(word.getKey(), word.getValue().asString()));
        Duration patience = Duration.ofSeconds(section.path("outcomeSeconds").asInt(0));
        return new EnvelopeTerms(services, patience, section.path("asks").asString(""), codes, words);
    }

    /** The code of this outcome, or of the rule that was broken where it has one of its own. */
    String code(String outcome, String rule) {
        return codes.getOrDefault(rule, codes.getOrDefault(outcome, "-2"));
    }

    String word(String outcome) {
        return words.getOrDefault(outcome, outcome);
    }
}
