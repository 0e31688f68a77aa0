package vn.lienthong.hub.console.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.console.api.Ask;

/** The lists of the console that a spreadsheet can have, each as its screen lists it. */
enum ListFile {
    ISSUES(
            "/api/v1/issues",
            "issues",
            "",
            List.of("kind", "state", "neighbour"),
            List.of(
                    "key",
                    "kind",
                    "neighbour",
                    "cause",
                    "lacks",
                    "state",
                    "mending.stage",
                    "owner",
                    "count",
                    "firstAt",
                    "lastAt")),
    STUCK("/api/v1/stuck", "stuck", "", List.of("hop"), List.of("hop", "code", "owner", "since", "minutes", "cause")),
    BLOCKED(
            "/api/v1/national/blocked",
            "blocked",
            "after",
            List.of("cause", "sender"),
            List.of("code", "sender", "cause", "since")),
    MEANINGS(
            "/api/v1/meanings",
            "proposals",
            "before",
            List.of("state", "sender"),
            List.of(
                    "id",
                    "sender",
                    "cause",
                    "code",
                    "meaning",
                    "reason",
                    "state",
                    "proposedBy",
                    "proposedAt",
                    "decidedBy",
                    "decidedAt")),
    QUEUES(
            "/api/v1/queues",
            "queues",
            "",
            List.of(),
            List.of("name", "depth", "delivering", "oldestSeconds", "consumers", "added", "acknowledged", "dead")),
    ROUTES(
            "/api/v1/routes",
            "routes",
            "",
            List.of(),
            List.of("id", "group", "from", "state", "reason", "by", "since", "until", "figures")),
    DEPARTMENTS(
            "/api/v1/overview",
            "departments",
            "",
            List.of(),
            List.of(
                    "sender",
                    "name",
                    "acceptedToday",
                    "registeredToday",
                    "refusedToday",
                    "parked",
                    "inFlight",
                    "oldestInFlightAt",
                    "owed",
                    "blocked",
                    "oldestOwedAt",
                    "acknowledged",
                    "promptly",
                    "lastAt",
                    "attention")),
    RESENDS(
            "/api/v1/resends",
            "resends",
            "before",
            List.of(),
            List.of(
                    "id",
                    "work",
                    "state",
                    "reason",
                    "dossiers",
                    "forecasts",
                    "outcomes",
                    "proposedBy",
                    "proposedAt",
                    "decidedBy",
                    "decidedAt",
                    "endedAt")),
    AGENCIES(
            "/api/v1/catalog/agencies",
            "items",
            "page",
            List.of("on", "q", "kind"),
            List.of(
                    "agency.id",
                    "agency.code",
                    "agency.name",
                    "agency.kind",
                    "agency.provisional",
                    "agency.demo",
                    "successions")),
    PROCEDURES(
            "/api/v1/catalog/procedures",
            "items",
            "page",
            List.of("on", "q", "level"),
            List.of("code", "name", "domain", "level", "answering", "provisional", "demo")),
    CALENDAR(
            "/api/v1/catalog/calendar",
            "days",
            "",
            List.of("year"),
            List.of("day", "kind", "agency", "name", "insteadOf", "decision", "provisional"));

    /** Resends give no more at a time. */
    private static final int AT_ONCE = 200;

    /** Of a list that has no next page: all that its API gives at a time. */
    private static final int MOST = 1_000;

    private final String api;
    private final String member;
    private final String cursor;
    private final List<String> filters;
    private final List<String> columns;

    /** {@code cursor} is the parameter that continues, or {@code page} for pages by number; a list without one comes whole. */
    ListFile(String api, String member, String cursor, List<String> filters, List<String> columns) {
        this.api = api;
        this.member = member;
        this.cursor = cursor;
        this.filters = filters;
        this.columns = columns;
    }

    static Optional<ListFile> named(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    String member() {
        return member;
    }

    List<String> columns() {
        return columns;
    }

    /** A row as people read it: fields of the portal by their names. */
    Object row(Object row, Tale tale) {
        if (this != ISSUES || !(row instanceof Map<?, ?> issue) || issue.get("lacks") == null) {
            return row;
        }
        Map<Object, Object> told = new HashMap<>(issue);
        told.put("lacks", tale.lacks(issue.get("lacks")));
        return told;
    }

    Ask ask(Look look, String next) {
        List<@Nullable Object> query = new ArrayList<>();
        for (String filter : filters) {
            query.add(filter);
            query.add(look.filter(filter));
        }
        if (cursor.equals("page")) {
            query.addAll(List.of("size", AT_ONCE, cursor, next.isEmpty() ? "0" : next));
        } else {
            query.addAll(cursor.isEmpty() ? List.of("limit", MOST) : List.of("limit", AT_ONCE, cursor, next));
        }
        return Ask.get(api, query.toArray());
    }
}
