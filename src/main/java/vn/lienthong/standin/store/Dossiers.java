package vn.lienthong.standin.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Everything accepted: what a caller is told is on disk before it is told, also when it only asks. */
public final class Dossiers implements AutoCloseable {

    private final DataFolder folder;
    private final AcceptanceLog log;
    private final Shelf shelf = new Shelf();
    private final ReentrantLock lock = new ReentrantLock();

    private Dossiers(DataFolder folder) throws IOException {
        this.folder = folder;
        new LogReader(folder.log()).replay((entry, start) -> entry.putOn(shelf, start));
        log = new AcceptanceLog(folder.log().toFile());
    }

    public static Dossiers open(Path path) throws IOException {
        DataFolder folder = DataFolder.open(path);
        try {
            return new Dossiers(folder);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** One verdict per record, in their order; of a whole call with a refused record nothing is stored. */
    public List<Verdict> accept(Arrivals arrivals) {
        List<Arrival> prepared = arrivals.records().stream()
                .map(record -> Arrival.of(arrivals.kind(), record))
                .toList();
        return durably(() -> {
            List<Verdict> verdicts = judge(arrivals.kind(), prepared);
            if (!arrivals.whole() || verdicts.stream().noneMatch(Verdict::refused)) {
                store(arrivals, prepared, verdicts);
            }
            return verdicts;
        });
    }

    private List<Verdict> judge(Kind kind, List<Arrival> arrivals) {
        List<Verdict> verdicts = new ArrayList<>(arrivals.size());
        Set<String> seen = new HashSet<>();
        for (Arrival arrival : arrivals) {
            boolean repeatedHere = kind != Kind.UPDATE && !seen.add(once(kind, arrival));
            verdicts.add(shelf.judge(kind, arrival, repeatedHere));
        }
        return verdicts;
    }

    private static String once(Kind kind, Arrival arrival) {
        return kind == Kind.STEP
                ? String.join(
                        "|", arrival.code(), arrival.status(), arrival.time(), Long.toHexString(arrival.content()))
                : arrival.code();
    }

    private void store(Arrivals arrivals, List<Arrival> prepared, List<Verdict> verdicts) {
        List<Arrival> fresh = new ArrayList<>(prepared.size());
        int noOps = 0;
        for (int i = 0; i < prepared.size(); i++) {
            switch (verdicts.get(i)) {
                case STORED -> fresh.add(prepared.get(i));
                case REPEATED -> noOps++;
                case EXISTS, UNKNOWN -> {}
            }
        }
        if (!fresh.isEmpty() || noOps > 0) {
            LogEntry entry = LogEntry.of(arrivals.kind(), arrivals.unit(), fresh, noOps);
            entry.putOn(shelf, log.append(entry.block()));
        }
    }

    public Optional<DossierView> find(String code) {
        return durably(() -> shelf.find(code));
    }

    /** The bytes of a record that was found or paged to. */
    public byte[] json(Place place) {
        return log.read(place);
    }

    /** The dossiers after the one named, from the start when it is not known, in the order of their first arrival. */
    public List<DossierView> page(String after, int limit) {
        return durably(() -> shelf.page(after, limit));
    }

    public int size() {
        return durably(shelf::size);
    }

    public Holdings holdings() {
        record Snapshot(Holdings noOps, List<DossierView> dossiers) {}
        Snapshot now = durably(() -> new Snapshot(shelf.noOps(), shelf.page("", Integer.MAX_VALUE)));
        Holdings sum = now.noOps();
        for (DossierView dossier : now.dossiers()) {
            sum = sum.plus(dossier);
        }
        return sum;
    }

    /** Forgets everything, on disk too. */
    public void clear() {
        lock.lock();
        try {
            shelf.clear();
            log.truncate();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    private <T> T durably(Supplier<T> work) {
        T result;
        long ticket;
        lock.lock();
        try {
            result = work.get();
            ticket = log.last();
        } finally {
            lock.unlock();
        }
        log.awaitDurable(ticket);
        return result;
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try (folder;
                log) {
            shelf.clear();
        } finally {
            lock.unlock();
        }
    }
}
