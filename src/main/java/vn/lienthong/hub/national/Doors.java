package vn.lienthong.hub.national;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.lienthong.hub.catalog.CodeLists;
import vn.lienthong.hub.dossier.OutwardDossier;
import vn.lienthong.hub.national.DoorRules.Kind;
import vn.lienthong.hub.national.DoorRules.Running;
import vn.lienthong.hub.national.payload.AdapterTelling;
import vn.lienthong.hub.national.payload.FileOffer;
import vn.lienthong.hub.national.payload.HoSo;
import vn.lienthong.hub.national.payload.PayloadRules;
import vn.lienthong.hub.national.payload.SixStepTelling;
import vn.lienthong.hub.national.payload.Telling;
import vn.lienthong.hub.national.payload.TienDo;
import vn.lienthong.hub.national.portal.Access;
import vn.lienthong.hub.national.portal.ClientCredentials;
import vn.lienthong.hub.national.portal.Door;
import vn.lienthong.hub.national.portal.LogIn;
import vn.lienthong.hub.national.portal.Portal;
import vn.lienthong.hub.national.portal.PortalBreaker;
import vn.lienthong.hub.national.portal.Session;
import vn.lienthong.hub.national.portal.SharedSession;
import vn.lienthong.hub.national.portal.Wire;
import vn.lienthong.hub.national.sync.Way;
import vn.lienthong.hub.national.sync.Ways;

/** The doors of the portal that are in use, each opened when the first dossier goes through it. */
public final class Doors implements Ways {

    /** The door of whoever is not named, where the file names none. */
    static final String USUAL = "envelope";

    private final Supplier<NationalRules> rules;
    private final Words words;
    private final Entrance entrance;
    private final PortalBreaker breaker;
    private final Clock clock;
    private final Map<String, Opened> opened = new ConcurrentHashMap<>();
    private final List<Consumer<LogIn>> listeners = new CopyOnWriteArrayList<>();

    public Doors(Supplier<NationalRules> rules, Words words, Entrance entrance, PortalBreaker breaker, Clock clock) {
        this.rules = rules;
        this.words = words;
        this.entrance = entrance;
        this.breaker = breaker;
        this.clock = clock;
    }

    /** In what dossiers are written. */
    public record Words(CodeLists lists, FileOffer files, Function<String, byte[]> contents) {}

    /**
     * How doors are entered.
     *
     * @param wire to an address, with the routing header where it is given
     * @param usual the adapter's session
     * @param secret of the door named; the second is the address of the door
     * @param shared how nodes share the token of the door named
     */
    public record Entrance(
            Wires wire,
            URI address,
            Session usual,
            Secrets secret,
            Function<String, SharedSession> shared,
            Supplier<PortalBreaker> breaker) {}

    /** Makes a wire to an address. */
    @FunctionalInterface
    public interface Wires {

        Wire to(URI address, String dstcode);
    }

    /** Finds the secret of a door. */
    @FunctionalInterface
    public interface Secrets {

        Supplier<String> of(String door, URI address);
    }

    /** A way with what its door was opened by: another description is another door. */
    private record Opened(DoorRules rules, Way way) {}

    @Override
    public Way of(OutwardDossier dossier, @Nullable String begun, boolean knownThere) {
        return begun != null ? way(begun) : way(dossier.agencyId(), knownThere);
    }

    @Override
    public Way usual() {
        return way((String) null, false);
    }

    private Way way(@Nullable String agency, boolean knownThere) {
        var now = rules.get();
        var choice = now.choice(agency, LocalDate.now(clock));
        var door = choice.map(DoorRules.Choice::door).orElse(USUAL);
        var staying = knownThere
                && now.door(door).kind() == Kind.SIX_STEP
                && choice.map(DoorRules.Choice::running).orElse(Running.STAY) != Running.MOVE;
        return way(staying ? before(now, agency) : door);
    }

    /** The newest door of this agency that does not number dossiers. */
    private static String before(NationalRules now, @Nullable String agency) {
        return now.dialects().stream()
                .filter(one -> one.agencies() == null || one.names(agency))
                .filter(one -> now.door(one.door()).kind() != Kind.SIX_STEP)
                .max(Comparator.comparing(DoorRules.Choice::from))
                .map(DoorRules.Choice::door)
                .orElse(USUAL);
    }

    private Way way(String name) {
        var usual = rules.get()
                .choice(null, LocalDate.now(clock))
                .map(DoorRules.Choice::door)
                .orElse(USUAL)
                .equals(name);
        var wanted = rules.get().door(name);
        return opened.compute(
                        name + (usual ? "" : " beside"),
                        (key, known) -> known != null && known.rules().equals(wanted)
                                ? known
                                : new Opened(wanted, open(name, wanted, usual)))
                .way();
    }

    /** How a door would be told things on a day; {@code seen} may listen to the rules. */
    public Telling telling(String name, LocalDate day, UnaryOperator<PayloadRules> seen) {
        return telling(name, () -> seen.apply(rules.get().payload(name, words.lists(), day)));
    }

    private Telling telling(String name, Supplier<PayloadRules> said) {
        return rules.get().door(name).kind() == Kind.SIX_STEP
                ? new SixStepTelling(said)
                : new AdapterTelling(new HoSo(said, words.files()), new TienDo(said));
    }

    /** The doors there are, in use or not. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(rules.get().doors().keySet());
        names.add(USUAL);
        return names;
    }

    private Way open(String name, DoorRules door, boolean usual) {
        var now = rules.get();
        var address =
                door.address() == null || door.address().isBlank() ? entrance.address() : URI.create(door.address());
        var dialect = door.dialect(now.caller(), now.paths().integration(), now.replies(), words.contents());
        var wire = entrance.wire()
                .to(address, door.kind() == Kind.ENVELOPE ? now.caller().dstcode() : "");
        var portal = new Portal(
                wire,
                now.paths().integration(),
                dialect.codes(),
                usual ? breaker : entrance.breaker().get());
        var entered = new Door(name, dialect, portal, access(name, door, wire, address));
        return new Way(
                entered, telling(name, () -> rules.get().payload(name, words.lists(), LocalDate.now(clock))), usual);
    }

    private Access access(String name, DoorRules door, Wire wire, URI address) {
        return switch (door.kind()) {
            case ENVELOPE -> entrance.usual();
            case RELAY, QUERY -> Access.NONE;
            case SIX_STEP -> {
                var form = new ClientCredentials(
                        door.path("token"),
                        door.clientId() == null ? rules.get().caller().username() : door.clientId(),
                        entrance.secret().of(name, address));
                var session = new Session(wire, form, entrance.shared().apply(name));
                session.listen(login -> listeners.forEach(listener -> listener.accept(login)));
                yield session;
            }
        };
    }

    @Override
    public boolean numbering() {
        return rules.get().dialects().stream()
                .anyMatch(one -> rules.get().door(one.door()).kind() == Kind.SIX_STEP);
    }

    @Override
    public void listen(Consumer<LogIn> logIns) {
        listeners.add(logIns);
        entrance.usual().listen(logIns);
    }
}
