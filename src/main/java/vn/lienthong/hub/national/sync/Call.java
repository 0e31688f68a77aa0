package vn.lienthong.hub.national.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import vn.lienthong.hub.national.portal.Request;

/** One call and the dossiers it speaks for. */
record Call(UUID id, Request request, List<Part> parts) {

    /** A dossier's share of a call: the records from {@code first}, {@code size} of them. */
    record Part(Errand errand, Move move, int first, int size) {}

    /**
     * Puts moves into as few calls as the protocol allows: a batch is either all new or all updates. Updates travel
     * alone: most of what they change cannot be looked up, so the reply must speak of each of them.
     */
    static List<Call> pack(Map<Errand, Move> moves, int batch, Supplier<UUID> ids) {
        var asks = new Packing(1, ids, (codes, records) -> Request.ask(codes.getFirst()));
        var creates = new Packing(batch, ids, Request::create);
        var updates = new Packing(1, ids, Request::update);
        var steps = new Packing(Math.min(batch, 10), ids, Request::progress);
        moves.forEach((errand, move) -> {
            switch (move) {
                case Move.Ask ask -> asks.add(errand, ask, List.of(new byte[0]));
                case Move.Create create -> creates.add(errand, create, List.of(create.record()));
                case Move.Update update -> updates.add(errand, update, List.of(update.record()));
                case Move.Progress progress -> steps.add(errand, progress, progress.records());
                case Move.End end -> {}
            }
        });
        var calls = new ArrayList<Call>();
        List.of(asks, creates, updates, steps).forEach(packing -> calls.addAll(packing.calls()));
        return calls;
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
            if (errand.singly() || records.size() + carried.size() > limit) {
                close();
            }
            parts.add(new Part(errand, move, records.size(), carried.size()));
            for (var record : carried) {
                codes.add(errand.dossier().code());
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
