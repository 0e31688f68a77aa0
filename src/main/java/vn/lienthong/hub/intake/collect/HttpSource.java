package vn.lienthong.hub.intake.collect;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.collect.Window.Span;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;

/**
 * An API asked for its list, page by page, or a service asked over SOAP. The place moves on only after every page of a look
 * has been handed over: a look that fails half-way is made again from its beginning.
 */
@Component
class HttpSource implements Source {

    private static final int AT_ONCE = 500;

    private final HttpLists lists;
    private final News news;
    private final Rounds rounds;
    private final HubHome home;
    private final Clock clock;

    HttpSource(HttpLists lists, News news, Rounds rounds, HubHome home, Clock clock) {
        this.lists = lists;
        this.news = news;
        this.rounds = rounds;
        this.home = home;
        this.clock = clock;
    }

    @Override
    public String by() {
        return HttpKind.BY;
    }

    @Override
    public boolean collect(Sender sender, Round round) throws CollectFailure {
        HttpRules rules = HttpRules.read(Section.collect(sender.settings()));
        if (rules.call().url().startsWith(HttpRules.STAND_IN) && home.mode() == Mode.NODE) {
            throw new CollectFailure("a node asks no stand-in");
        }
        Window window = rules.window();
        if (window == null) {
            new Walk(sender, round, rules, Map.of()).toTheEnd();
            return false;
        }
        Span span = window.after(round.cursor(), clock.instant());
        Map<String, String> times = Map.of("from", window.text(span.from()), "to", window.text(span.to()));
        new Walk(sender, round, rules, times).toTheEnd();
        rounds.advance(round, span.to().toString());
        return span.more();
    }

    /** From page to page of one look. */
    private final class Walk {

        private final Sender sender;
        private final Round round;
        private final HttpRules rules;
        private final Map<String, String> times;
        private final Set<String> seen = new HashSet<>();
        private List<String> before = List.of();
        private int taken;

        Walk(Sender sender, Round round, HttpRules rules, Map<String, String> times) {
            this.sender = sender;
            this.round = round;
            this.rules = rules;
            this.times = times;
        }

        void toTheEnd() throws CollectFailure {
            Paging paging = rules.paging();
            for (int turn = 0; turn < paging.most(); turn++) {
                int number = paging.first() + turn;
                Page page = lists.ask(sender, rules, place(number));
                List<Item> items = page.items(rules.items(), rules.id());
                check(page, items, number);
                hand(items);
                if (!paging.paged() || isLast(page, items)) {
                    return;
                }
            }
            throw new CollectFailure("more than " + paging.most() + " pages");
        }

        private Map<String, String> place(int number) {
            Map<String, String> place = new HashMap<>(times);
            place.put("page", Integer.toString(number));
            place.put("size", Integer.toString(rules.paging().size()));
            place.put("offset", Integer.toString(taken));
            return place;
        }

        private void check(Page page, List<Item> items, int number) throws CollectFailure {
            String said = rules.paging().number().isEmpty()
                    ? ""
                    : page.fact(rules.paging().number());
            if (!rules.paging().number().isEmpty() && !said.equals(Integer.toString(number))) {
                throw new CollectFailure("asked for page " + number + ", it says it is '" + said + "'");
            }
            List<String> now = items.stream().map(Item::sha256).toList();
            if (!now.isEmpty() && now.equals(before)) {
                throw new CollectFailure("page " + number + " repeats the one before");
            }
            before = now;
        }

        private void hand(List<Item> items) throws CollectFailure {
            for (int from = 0; from < items.size(); from += AT_ONCE) {
                news.hand(sender, contentType(), items.subList(from, Math.min(from + AT_ONCE, items.size())));
                rounds.hold(round);
            }
            items.forEach(item -> seen.add(item.name()));
            taken += items.size();
        }

        private String contentType() {
            return sender.contentTypes().contains(rules.accept())
                    ? rules.accept()
                    : sender.contentTypes().stream().sorted().toList().getFirst();
        }

        private boolean isLast(Page page, List<Item> items) throws CollectFailure {
            Paging paging = rules.paging();
            if (!paging.total().isEmpty()) {
                return all(number(page.fact(paging.total()), paging.total()), items);
            }
            if (paging.last().isEmpty()) {
                return items.isEmpty();
            }
            String said = page.fact(paging.last());
            if (!said.equals("true") && !said.equals("false")) {
                throw new CollectFailure("the answer does not say at " + paging.last() + " whether it is the last");
            }
            return said.equals("true");
        }

        private boolean all(int total, List<Item> items) throws CollectFailure {
            if (taken < total && !items.isEmpty()) {
                return false;
            }
            if (seen.size() < total) {
                throw new CollectFailure("the pages hold " + seen.size() + " of " + total + " things");
            }
            return true;
        }

        private static int number(String text, String path) throws CollectFailure {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException none) {
                throw new CollectFailure("the answer has no number at " + path);
            }
        }
    }
}
