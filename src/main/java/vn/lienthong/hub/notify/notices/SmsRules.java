package vn.lienthong.hub.notify.notices;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The SMS gateway.
 *
 * @param kind {@code stand-in} (standalone only), {@code http}, {@code smpp} or {@code none}
 * @param body the request, with {to}, {text}, {id} and {secret}
 * @param codeAt JSON pointer to the result code in the answer: the HTTP status alone proves nothing
 * @param success codes that mean accepted
 * @param permanent codes that mean never
 * @param recognisesRepeats whether the gateway drops a second request with the same {id}
 */
record SmsRules(
        String kind,
        String url,
        Map<String, String> headers,
        String body,
        String codeAt,
        List<String> success,
        List<String> permanent,
        boolean recognisesRepeats,
        int timeoutSeconds,
        @Nullable Smpp smpp) {

    /** Where the operator's message centre listens; the password comes from the environment. */
    record Smpp(String host, int port, String systemId, String sender) {}
}
