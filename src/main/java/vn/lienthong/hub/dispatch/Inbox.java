package vn.lienthong.hub.dispatch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.lienthong.hub.dispatch.words.Unsayable;
import vn.lienthong.hub.dispatch.words.Words;

/** Gives a system what it is to work on, under a lease. */
@Component
class Inbox {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Dispatches dispatches;
    private final Handed handed;
    private final Wording wording;

    Inbox(Dispatches dispatches, Handed handed, Wording wording) {
        this.dispatches = dispatches;
        this.handed = handed;
        this.wording = wording;
    }

    /** A message and what it says, as JSON or as a text. */
    record Taken(Message message, Object content) {}

    List<Taken> take(String system, SystemTerms rules, int limit) {
        String lease = UUID.randomUUID().toString();
        List<Taken> taken = new ArrayList<>();
        for (Message message : dispatches.claim(system, rules.fetched(), lease, rules.lease(), limit)) {
            try {
                byte[] body = wording.of(message, rules);
                handed.fetched(message);
                taken.add(new Taken(message, content(body, rules.words(message.kind()))));
            } catch (Unsayable ours) {
                dispatches.failed(message.id(), lease, String.valueOf(ours.getMessage()));
            }
        }
        return taken;
    }

    private static Object content(byte[] body, Words words) {
        return words.contentType().contains("json") ? JSON.readTree(body) : new String(body, StandardCharsets.UTF_8);
    }
}
