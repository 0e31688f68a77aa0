package vn.lienthong.hub.intake.collect.view;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.intake.collect.CollectFailure;
import vn.lienthong.hub.intake.collect.Credentials;
import vn.lienthong.hub.intake.collect.Item;
import vn.lienthong.hub.intake.collect.News;
import vn.lienthong.hub.intake.collect.Round;
import vn.lienthong.hub.intake.collect.Rounds;
import vn.lienthong.hub.intake.collect.Section;
import vn.lienthong.hub.intake.collect.Source;

/**
 * A view read in the order of its key, from a little before the last row that was handed over. No transaction of theirs
 * stays open while rows are handed over: each part is a query of its own.
 */
@Component
class ViewSource implements Source {

    private static final String JSON = "application/json";

    private final News news;
    private final Rounds rounds;
    private final Credentials credentials;

    ViewSource(News news, Rounds rounds, Credentials credentials) {
        this.news = news;
        this.rounds = rounds;
        this.credentials = credentials;
    }

    @Override
    public String by() {
        return ViewKind.BY;
    }

    @Override
    public boolean collect(Sender sender, Round round) throws CollectFailure {
        ViewRules rules = ViewRules.read(Section.collect(sender.settings()));
        try (Connection view = connected(sender, rules)) {
            @Nullable String last = walk(view, sender, round, rules);
            if (last != null) {
                rounds.advance(round, last);
            }
            return false;
        } catch (SQLException away) {
            throw new CollectFailure("the view: " + away.getSQLState() + " " + away.getMessage());
        }
    }

    /** The key of the last row there is. */
    private @Nullable String walk(Connection view, Sender sender, Round round, ViewRules rules)
            throws SQLException, CollectFailure {
        Place at = new Place(round.cursor() == null ? rules.start() : before(view, rules, round.cursor()), "");
        @Nullable String last = null;
        while (true) {
            Part part = read(view, rules, at);
            news.hand(sender, JSON, part.items());
            rounds.hold(round);
            if (part.items().isEmpty()) {
                return last;
            }
            at = part.end();
            last = at.key();
        }
    }

    private record Place(String key, String id) {}

    private record Part(List<Item> items, Place end) {}

    private static String before(Connection view, ViewRules rules, String cursor) throws SQLException {
        try (PreparedStatement ask = view.prepareStatement(rules.before())) {
            ask.setString(1, cursor);
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                return Objects.requireNonNull(row.getString(1));
            }
        }
    }

    private static Part read(Connection view, ViewRules rules, Place after) throws SQLException, CollectFailure {
        List<Item> items = new ArrayList<>();
        Place end = after;
        try (PreparedStatement ask = view.prepareStatement(rules.query())) {
            ask.setQueryTimeout((int) rules.patience().toSeconds());
            ask.setString(1, after.key());
            ask.setString(2, after.id());
            try (ResultSet rows = ask.executeQuery()) {
                while (rows.next()) {
                    end = new Place(said(rows, 2, rules.key()), said(rows, 3, rules.id()));
                    byte[] row = said(rows, 1, rules.view()).getBytes(StandardCharsets.UTF_8);
                    items.add(Item.of(end.id(), row, row));
                }
            }
        }
        return new Part(items, end);
    }

    private static String said(ResultSet row, int column, String name) throws SQLException, CollectFailure {
        String said = row.getString(column);
        if (said == null) {
            throw new CollectFailure("a row of the view has nothing in " + name);
        }
        return said;
    }

    private Connection connected(Sender sender, ViewRules rules) throws SQLException {
        String seconds = Long.toString(rules.patience().toSeconds());
        Properties how = new Properties();
        how.setProperty("user", credentials.user(sender.id()));
        how.setProperty("password", credentials.secret(sender.id()));
        how.setProperty("connectTimeout", seconds);
        how.setProperty("socketTimeout", seconds);
        how.setProperty("readOnly", "true");
        how.setProperty("readOnlyMode", "always");
        how.setProperty("ApplicationName", "lienthong");
        return DriverManager.getConnection(rules.url(), how);
    }
}
