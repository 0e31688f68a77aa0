package vn.lienthong.hub.national.sync;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import vn.lienthong.hub.national.portal.Dialect;
import vn.lienthong.hub.national.portal.Request;
import vn.lienthong.hub.national.portal.Request.Kind;

/** One call and the dossiers it speaks for. */
record Call(UUID id, Request request, List<Part> parts) {

    /** A dossier's share of a call: the records from {@code first}, {@code size} of them. */
    record Part(Errand errand, Move move, int first, int size) {}

    /** The way all its dossiers go. */
    Way way() {
        return parts.getFirst().errand().way();
    }

    /** Puts moves into as few calls as the protocol allows, each by one door. */
    static List<Call> pack(Map<Errand, Move> moves, int batch, Supplier<UUID> ids) {
        var byDoor = new LinkedHashMap<String, Packings>();
        moves.forEach((errand, move) -> {
            var door = errand.way().door();
            byDoor.computeIfAbsent(
                            door.name(), name -> new Packings(door.dialect().batches(), batch, ids))
                    .add(errand, move);
        });
        return byDoor.values().stream().flatMap(door -> door.calls().stream()).toList();
    }

    /**
     * The calls of one door: a batch is either all new or all updates. Updates travel alone: most of what they change
     * cannot be looked up, so the reply must speak of each of them.
     */
    private static final class Packings {

        private final Packing asks;
        private final Packing creates;
        private final Packing updates;
        private final Packing steps;
        private final Packing statuses;
        private final Packing numbers;
        private final Packing uploads;

        Packings(Dialect.Batches most, int batch, Supplier<UUID> ids) {
            asks = new Packing(1, ids, (codes, records) -> Request.ask(codes.getFirst()));
            creates = new Packing(Math.min(batch, most.dossiers()), ids, Request::create);
            updates = new Packing(1, ids, Request::update);
            steps = new Packing(Math.min(batch, most.steps()), ids, Request::progress);
            statuses = new Packing(Math.min(batch, most.steps()), ids, of(Kind.STATUS));
            numbers = new Packing(1, ids, of(Kind.NUMBER));
            uploads = new Packing(1, ids, of(Kind.UPLOAD));
        }

        private static BiFunction<List<String>, List<byte[]>, Request> of(Kind kind) {
            return (codes, records) -> new Request(kind, codes, records);
        }

        void add(Errand errand, Move move) {
            switch (move) {
                case Move.Ask ask -> asks.add(errand, ask, List.of(new byte[0]));
                case Move.Create create -> creates.add(errand, create, List.of(create.record()));
                case Move.Update update -> updates.add(errand, update, List.of(update.record()));
                case Move.Progress progress -> steps.add(errand, progress, progress.records());
                case Move.Status status -> statuses.add(errand, status, status.records());
                case Move.Number number -> numbers.add(errand, number, number.unit(), List.of(new byte[0]));
                case Move.Upload upload -> uploads.alone(errand, upload);
                case Move.End end -> {}
            }
        }

        List<Call> calls() {
            var calls = new ArrayList<Call>();
            List.of(asks, creates, updates, steps, statuses, numbers, uploads)
                    .forEach(packing -> calls.addAll(packing.calls()));
            return calls;
        }
    }

    private static final class Packing {

        private final int limit;
        private final Supplier<UUID> ids;
        private final BiFunction<List<String>, List<byte[]>, Request> request;
        private final List<Call> full = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();
        private final List<String> codes = new ArrayList<>();
        private final List<byte[]> records = new ArrayList<>();

        Packing(int limit, Supplier<UUID> ids, BiFunction<List<String>, List<byte[]>, Request> request) {
            this.limit = limit;
            this.ids = ids;
            this.request = request;
        }

        void add(Errand errand, Move move, List<byte[]> carried) {
            add(errand, move, errand.there().code(), carried);
        }

        /** A file and its name are one record. */
        void alone(Errand errand, Move.Upload upload) {
            close();
            parts.add(new Part(errand, upload, 0, 1));
            codes.add(errand.there().code());
            records.add(upload.file().name().getBytes(StandardCharsets.UTF_8));
            records.add(upload.file().sha256().getBytes(StandardCharsets.UTF_8));
            close();
        }

        private void add(Errand errand, Move move, String code, List<byte[]> carried) {
            if (errand.singly() || records.size() + carried.size() > limit) {
                close();
            }
            parts.add(new Part(errand, move, records.size(), carried.size()));
            for (var record : carried) {
                codes.add(code);
                records.add(record);
            }
            if (errand.singly()) {
                close();
            }
        }

        private void close() {
            if (!parts.isEmpty()) {
                full.add(new Call(
                        ids.get(), request.apply(List.copyOf(codes), List.copyOf(records)), List.copyOf(parts)));
                parts.clear();
                codes.clear();
                records.clear();
            }
        }

        List<Call> calls() {
            close();
            return full;
        }
    }
}
