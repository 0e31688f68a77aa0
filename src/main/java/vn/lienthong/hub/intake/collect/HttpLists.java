package vn.lienthong.hub.intake.collect;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.collect.HttpCalls.Answer;

/** Asks a sender's system for pages, with the token it wants, and takes only lists for an answer. */
@Component
class HttpLists {

    private static final int NOT_LOGGED_IN = 401;
    private static final int LARGEST_TOKEN = 64 * 1024;

    private final HttpCalls calls;
    private final Credentials credentials;
    private final ConcurrentMap<String, String> tokens = new ConcurrentHashMap<>();

    HttpLists(HttpCalls calls, Credentials credentials) {
        this.calls = calls;
        this.credentials = credentials;
    }

    Page ask(Sender sender, HttpRules rules, Map<String, String> place) throws CollectFailure {
        boolean fresh = !tokens.containsKey(sender.id());
        Answer answer = ask(sender, rules, place, rules.call());
        if (answer.status() == NOT_LOGGED_IN && rules.login() != null && !fresh) {
            tokens.remove(sender.id());
            answer = ask(sender, rules, place, rules.call());
        }
        return page(sender, rules, answer);
    }

    private Answer ask(Sender sender, HttpRules rules, Map<String, String> place, HttpRules.Call call)
            throws CollectFailure {
        Map<String, String> values = new HashMap<>(place);
        values.put("secret", credentials.secret(sender.id()));
        values.put("user", credentials.user(sender.id()));
        if (rules.login() != null) {
            values.put("token", token(sender, rules, rules.login()));
        }
        return calls.ask(call, values, rules.accept(), rules.patience(), sender.maxBodyBytes());
    }

    private String token(Sender sender, HttpRules rules, HttpRules.Login login) throws CollectFailure {
        String known = tokens.get(sender.id());
        if (known != null) {
            return known;
        }
        Map<String, String> values =
                Map.of("secret", credentials.secret(sender.id()), "user", credentials.user(sender.id()));
        Answer answer = calls.ask(login.call(), values, "application/json", rules.patience(), LARGEST_TOKEN);
        if (answer.status() / 100 != 2) {
            throw new CollectFailure("the log-in answered HTTP " + answer.status());
        }
        String token = new JsonPage(answer.body()).fact(login.token());
        if (token.isEmpty()) {
            throw new CollectFailure("the log-in gave no token at " + login.token());
        }
        tokens.put(sender.id(), token);
        return token;
    }

    private static Page page(Sender sender, HttpRules rules, Answer answer) throws CollectFailure {
        boolean xml = sender.format().equals("xml");
        if (xml && answer.status() != 200 && looksLikeMarkup(answer)) {
            new XmlPage(answer.body()); // a fault tells more than its status
        }
        answer.well();
        if (isPageForPeople(answer) || !xml && !rules.whole() && looksLikeMarkup(answer)) {
            throw new CollectFailure("a page for people (HTML) instead of the list");
        }
        if (rules.whole()) {
            return new Page.Whole(answer.body());
        }
        return xml ? new XmlPage(answer.body()) : new JsonPage(answer.body());
    }

    private static boolean isPageForPeople(Answer answer) {
        return answer.type().toLowerCase(Locale.ROOT).contains("html");
    }

    private static boolean looksLikeMarkup(Answer answer) {
        for (byte letter : answer.body()) {
            if (!Character.isWhitespace(letter)) {
                return letter == '<';
            }
        }
        return false;
    }
}
