package vn.lienthong.identity.staff;

import static vn.lienthong.identity.staff.StaffPages.to;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.identity.staff.StaffEntry.In;
import vn.lienthong.identity.staff.StaffEntry.Next;
import vn.lienthong.identity.staff.StaffEntry.Outcome;
import vn.lienthong.identity.staff.StaffEntry.Pending;
import vn.lienthong.identity.staff.StaffEntry.Refused;
import vn.lienthong.identity.staff.StaffEntry.Step;
import vn.lienthong.identity.staff.StaffPages.View;
import vn.lienthong.identity.staff.StaffPages.Visit;
import vn.lienthong.identity.upstream.Upstreams;

/** Logging in: name and password, then the second factor, then where the browser wanted to. */
@RestController
class StaffLoginEndpoint {

    private static final String ISSUER = "Lien Thong";
    private static final String OVER = "over";
    private static final Set<String> NOTICES = Set.of("set", "surer", "failed", OVER);
    private static final Map<Step, String> PATHS =
            Map.of(Step.CODE, "/staff/code", Step.ENROL, "/staff/factor", Step.RENEW, "/staff/renewal");

    private final StaffEntry entry;
    private final StaffSession session;
    private final StaffPages pages;
    private final Addresses addresses;
    private final Upstreams upstreams;

    StaffLoginEndpoint(
            StaffEntry entry, StaffSession session, StaffPages pages, Addresses addresses, Upstreams upstreams) {
        this.entry = entry;
        this.session = session;
        this.pages = pages;
        this.addresses = addresses;
        this.upstreams = upstreams;
    }

    @GetMapping(StaffSecurity.LOGIN)
    ResponseEntity<byte[]> ask(
            @RequestParam @Nullable String notice, HttpServletRequest request, HttpServletResponse response) {
        String known = notice != null && NOTICES.contains(notice) ? notice : null;
        return login(Visit.of(request, response), known, "");
    }

    @PostMapping(StaffSecurity.LOGIN)
    ResponseEntity<byte[]> password(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var visit = Visit.of(request, response);
        Outcome outcome = entry.password(name, password, addresses.of(request));
        return after(outcome, visit, refused -> login(visit, refused.notice(), name));
    }

    @GetMapping({"/staff/code", "/staff/factor", "/staff/renewal"})
    ResponseEntity<byte[]> step(HttpServletRequest request, HttpServletResponse response) {
        var visit = Visit.of(request, response);
        Pending pending = pending(visit);
        return pending == null ? over() : show(visit, pending, null);
    }

    @PostMapping({"/staff/code", "/staff/factor"})
    ResponseEntity<byte[]> code(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var visit = Visit.of(request, response);
        Pending pending = pending(visit);
        if (pending == null || pending.step() == Step.RENEW) {
            return over();
        }
        String address = addresses.of(request);
        Outcome outcome =
                pending.step() == Step.CODE ? entry.code(pending, code, address) : entry.enrol(pending, code, address);
        return after(outcome, visit, refused -> show(visit, pending, "code"));
    }

    @PostMapping("/staff/renewal")
    ResponseEntity<byte[]> renewal(
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response) {
        var visit = Visit.of(request, response);
        Pending pending = pending(visit);
        if (pending == null || pending.step() != Step.RENEW) {
            return over();
        }
        Outcome outcome = fresh.equals(again) ? entry.renew(pending, fresh) : new Refused("differ");
        return after(
                outcome,
                visit,
                refused -> refused.notice().equals(OVER) ? over() : show(visit, pending, refused.notice()));
    }

    @GetMapping("/staff/onward")
    ResponseEntity<byte[]> onward(HttpServletRequest request, HttpServletResponse response) {
        return to(session.onward(request, response));
    }

    private ResponseEntity<byte[]> after(
            Outcome outcome, Visit visit, Function<Refused, ResponseEntity<byte[]>> whenRefused) {
        return switch (outcome) {
            case Refused refused -> whenRefused.apply(refused);
            case Next next -> {
                session.wait(next.pending(), visit.request(), visit.response());
                yield to(String.valueOf(PATHS.get(next.pending().step())));
            }
            case In in -> {
                session.enter(in.browser(), visit.request(), visit.response());
                yield in.recovery().isEmpty()
                        ? to(session.onward(visit.request(), visit.response()))
                        : pages.show(visit, View.RECOVERY, null, Map.of("codes", in.recovery()));
            }
        };
    }

    private ResponseEntity<byte[]> login(Visit visit, @Nullable String notice, String name) {
        return pages.show(visit, View.LOGIN, notice, Map.of("name", name, "choices", upstreams.ofStaff()));
    }

    private ResponseEntity<byte[]> show(Visit visit, Pending pending, @Nullable String notice) {
        Map<String, Object> shown = new HashMap<>();
        if (pending.step() == Step.ENROL) {
            String link = Totp.link(pending.secret(), ISSUER, entry.nameOf(pending));
            shown.put("secret", Totp.text(pending.secret()).replaceAll("(.{4})(?=.)", "$1 "));
            shown.put("link", link);
            shown.put("qr", QrPath.of(link));
        }
        View view = switch (pending.step()) {
            case CODE -> View.CODE;
            case ENROL -> View.ENROL;
            case RENEW -> View.RENEWAL;
        };
        return pages.show(visit, view, notice, shown);
    }

    private @Nullable Pending pending(Visit visit) {
        return session.pending(visit.request()).filter(entry::holds).orElse(null);
    }

    private static ResponseEntity<byte[]> over() {
        return to(StaffSecurity.LOGIN + "?notice=" + OVER);
    }
}
