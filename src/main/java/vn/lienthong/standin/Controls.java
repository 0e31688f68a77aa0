package vn.lienthong.standin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.lienthong.standin.fault.Fault;
import vn.lienthong.standin.fault.FaultSwitch;
import vn.lienthong.standin.store.DossierView;
import vn.lienthong.standin.store.Dossiers;

/** What a person or a test may ask of the stand-in and do to it. */
final class Controls {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LARGEST_PAGE = 10_000;

    private final Dossiers dossiers;
    private final Sessions sessions;
    private final FaultSwitch faults;
    private final Calls calls;

    Controls(Dossiers dossiers, Sessions sessions, FaultSwitch faults, Calls calls) {
        this.dossiers = dossiers;
        this.sessions = sessions;
        this.faults = faults;
        this.calls = calls;
    }

    Map<String, Object> health() {
        Object mode = faults.current().mode();
        return Map.of("status", "UP", "standIn", true, "dossiers", dossiers.size(), "fault", mode);
    }

    ObjectNode report() {
        ObjectNode report = JSON.valueToTree(dossiers.holdings());
        ObjectNode sums = JSON.valueToTree(calls.sums());
        return report.setAll(sums);
    }

    /** The page after the dossier named; {@code next} goes into the next call, null at the end. */
    ObjectNode page(String after, int limit) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        List<DossierView> found = dossiers.page(after, size);
        ObjectNode page = JSON.createObjectNode();
        page.put("next", found.size() < size ? null : found.getLast().code());
        page.putArray("dossiers").addAll(found.stream().map(DossierJson::line).toList());
        return page;
    }

    @Nullable
    ObjectNode dossier(String code) {
        return dossiers.find(code)
                .map(found -> DossierJson.full(found, dossiers::json))
                .orElse(null);
    }

    List<JsonNode> calls(int limit) {
        return calls.last(limit).stream().map(Call::shown).toList();
    }

    Fault fault() {
        return faults.current();
    }

    Fault setFault(byte[] json) {
        faults.set(Fault.read(json));
        return faults.current();
    }

    Fault clearFault() {
        faults.set(Fault.NONE);
        return faults.current();
    }

    Map<String, Object> expireSessions() {
        return Map.of("expired", sessions.expireAll());
    }

    ObjectNode reset() {
        faults.set(Fault.NONE);
        sessions.expireAll();
        dossiers.clear();
        calls.clear();
        return report();
    }
}
