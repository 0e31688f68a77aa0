package vn.lienthong.trial;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Bare single-row commits of a kilobyte of JSON, each client on a connection of its own. */
final class RawCommit {

    private static final String ROW = "{\"text\":\"" + "x".repeat(1000) + "\"}";

    private final String url;
    private final String user;
    private final String password;

    RawCommit(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    double perSecond(int clients, Duration window) throws Exception {
        prepare();
        long from = System.nanoTime();
        long until = from + window.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                work.add(() -> commits(until));
            }
            long commits = 0;
            for (Future<Long> done : threads.invokeAll(work)) {
                commits += done.get();
            }
            return commits * 1e9 / (System.nanoTime() - from);
        }
    }

    private void prepare() throws SQLException {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists public.raw_commit (id bigserial primary key, body jsonb)");
            statement.execute("truncate public.raw_commit");
        }
    }

    private long commits(long until) throws SQLException {
        long commits = 0;
        try (Connection connection = open();
                PreparedStatement insert =
                        connection.prepareStatement("insert into public.raw_commit (body) values (?::jsonb)")) {
            while (System.nanoTime() < until) {
                insert.setString(1, ROW);
                insert.executeUpdate();
                commits++;
            }
        }
        return commits;
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
