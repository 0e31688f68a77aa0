package vn.lienthong.hub.dossier.state;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which state of a machine may follow which. */
public final class Moves<S extends Enum<S>> {

    private final Class<S> states;
    private final Map<S, Set<S>> next;

    Moves(Class<S> states, Map<S, Set<S>> next) {
        this.states = states;
        this.next = next;
    }

    public boolean allows(S from, S to) {
        return next.getOrDefault(from, Set.of()).contains(to);
    }

    /** Whether one state leads to another by steps of which not all need be told. */
    public boolean leads(S from, S to) {
        Set<S> seen = EnumSet.noneOf(states);
        ArrayDeque<S> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            for (S after : next.getOrDefault(open.remove(), Set.of())) {
                if (seen.add(after)) {
                    open.add(after);
                }
            }
        }
        return seen.contains(to);
    }
}
