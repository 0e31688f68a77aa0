package vn.lienthong.hub.national.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.lienthong.hub.dossier.Lane;

/** Whose turn it is: smooth weighted round robin, and the others after it when that lane is empty. */
final class Lanes {

    private final Map<Lane, Integer> weights;
    private final Map<Lane, Integer> credit = new EnumMap<>(Lane.class);

    Lanes(Map<Lane, Integer> weights) {
        this.weights = new EnumMap<>(weights);
    }

    /** The lanes in the order in which the next claim tries them. */
    List<Lane> next() {
        for (var lane : Lane.values()) {
            credit.merge(lane, weights.getOrDefault(lane, 1), Integer::sum);
        }
        var order = new ArrayList<>(List.of(Lane.values()));
        order.sort(Comparator.comparing((Lane lane) -> credit.getOrDefault(lane, 0))
                .reversed());
        credit.merge(order.getFirst(), -total(), Integer::sum);
        return order;
    }

    private int total() {
        return List.of(Lane.values()).stream()
                .mapToInt(lane -> weights.getOrDefault(lane, 1))
                .sum();
    }
}
