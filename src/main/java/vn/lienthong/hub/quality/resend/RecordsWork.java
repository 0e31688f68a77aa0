package vn.lienthong.hub.quality.resend;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.dossier.ParkedRecords;
import vn.lienthong.hub.dossier.ParkedRecords.Fate;
import vn.lienthong.hub.dossier.ParkedRecords.Key;

/** Puts parked records through the mapping again; the forecast reads each by the configuration in force. */
@Component
class RecordsWork implements Work {

    private static final String PARKED = "PARKED";
    private static final Fate GONE = new Fate("GONE", null);

    private final ParkedRecords records;

    RecordsWork(ParkedRecords records) {
        this.records = records;
    }

    @Override
    public PlanKind kind() {
        return PlanKind.RENORMALISE;
    }

    @Override
    public Map<Integer, Forecast> forecasts(Plan plan, Collection<Item> items) {
        Map<Key, Fate> now = records.now(keys(items));
        return items.stream().collect(Collectors.toMap(Item::no, item -> forecast(key(item), now)));
    }

    private Forecast forecast(Key key, Map<Key, Fate> now) {
        String state = now.getOrDefault(key, GONE).state();
        if (!state.equals(PARKED)) {
            return Forecast.nothing("is " + state + " by now");
        }
        Fate fate = records.foresee(key);
        return fate.state().equals("REGISTERED")
                ? Forecast.pass("would be registered")
                : Forecast.fail("would be " + fate.state() + ": " + fate.cause());
    }

    @Override
    public Set<Integer> begin(List<Item> passing) {
        if (passing.isEmpty()) {
            return Set.of();
        }
        records.replay(keys(passing));
        Map<Key, Fate> now = records.now(keys(passing));
        return passing.stream()
                .filter(item -> now.getOrDefault(key(item), GONE).state().equals("IN_FLIGHT"))
                .map(Item::no)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<Integer, Ending> endings(List<Item> begun) {
        Map<Key, Fate> now = records.now(keys(begun));
        Map<Integer, Ending> endings = new HashMap<>();
        for (Item item : begun) {
            Fate fate = now.getOrDefault(key(item), GONE);
            switch (fate.state()) {
                case "IN_FLIGHT" -> {}
                case "REGISTERED" -> endings.put(item.no(), new Ending("REGISTERED", null));
                default -> endings.put(item.no(), new Ending("FAILED", fate.state() + ": " + fate.cause()));
            }
        }
        return endings;
    }

    private static List<Key> keys(Collection<Item> items) {
        return items.stream().map(RecordsWork::key).toList();
    }

    private static Key key(Item item) {
        return Objects.requireNonNull(item.record());
    }
}
