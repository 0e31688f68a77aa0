package vn.lienthong.identity.staff;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.identity.http.Api;
import vn.lienthong.identity.http.Callers;
import vn.lienthong.identity.http.Fault;
import vn.lienthong.identity.http.Reasons;
import vn.lienthong.identity.http.Refusal;

/** Accounts of staff and their rights, over HTTP, for administrators. */
@Api
@RestController
@RequestMapping("/api/v1/identity/staff")
class StaffEndpoint {

    private final StaffDesk desk;
    private final Regrants regrants;
    private final Clock clock;

    StaffEndpoint(StaffDesk desk, Regrants regrants, Clock clock) {
        this.desk = desk;
        this.regrants = regrants;
        this.clock = clock;
    }

    record Why(@Nullable String reason) {}

    record End(@Nullable Instant on, @Nullable String reason) {}

    record Account(
            @Nullable String issuer,
            @Nullable String sub,
            @Nullable String reason) {}

    /** Without the mark of a plan nothing is applied. */
    record Reorganisation(
            Regrants.@Nullable Move move,
            @Nullable String mark,
            @Nullable String reason) {}

    @GetMapping
    List<StaffMember> all() {
        return desk.all();
    }

    @GetMapping("/{name}")
    StaffMember one(@PathVariable String name) {
        return desk.find(name);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Invitations.Invitation create(@RequestBody StaffForm form, Authentication caller) {
        Grant grant = form.grant(true, clock);
        String reason = Reasons.required(form.reason());
        return desk.create(
                Callers.actor(caller),
                Objects.requireNonNull(form.name()),
                Objects.requireNonNull(form.displayName()),
                grant,
                reason);
    }

    @PostMapping("/{name}/rights")
    StaffMember rights(@PathVariable String name, @RequestBody StaffForm form, Authentication caller) {
        Grant grant = form.grant(false, clock);
        return desk.give(Callers.actor(caller), name, grant, Reasons.required(form.reason()));
    }

    @PostMapping("/{name}/end")
    StaffMember end(@PathVariable String name, @RequestBody End end, Authentication caller) {
        return desk.end(Callers.actor(caller), name, end.on(), Reasons.required(end.reason()));
    }

    @PostMapping("/{name}/unlock")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unlock(@PathVariable String name, @RequestBody Why why, Authentication caller) {
        desk.unlock(Callers.actor(caller), name, Reasons.required(why.reason()));
    }

    @PostMapping("/{name}/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    Invitations.Invitation invite(@PathVariable String name, @RequestBody Why why, Authentication caller) {
        return desk.invite(Callers.actor(caller), name, Reasons.required(why.reason()));
    }

    @PostMapping("/{name}/second-factor/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetFactor(@PathVariable String name, @RequestBody Why why, Authentication caller) {
        desk.resetFactor(Callers.actor(caller), name, Reasons.required(why.reason()));
    }

    @PostMapping("/{name}/accounts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void account(@PathVariable String name, @RequestBody Account account, Authentication caller) {
        if (account.issuer() == null || account.sub() == null) {
            throw Refusal.wrong(
                    List.of(new Fault("issuer, sub", "missing", "both, as the provider's tokens say them")));
        }
        desk.nameElsewhere(
                Callers.actor(caller), name, account.issuer(), account.sub(), Reasons.required(account.reason()));
    }

    /** By the id that the account has in {@link StaffMember}. */
    @DeleteMapping("/{name}/accounts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accountBack(
            @PathVariable String name,
            @PathVariable String id,
            @RequestParam @Nullable String reason,
            Authentication caller) {
        desk.forgetElsewhere(Callers.actor(caller), name, id, Reasons.required(reason));
    }

    /** Without a mark the plan is only shown; with the mark of a plan that was seen it is applied. */
    @PostMapping("/reorganisation")
    Regrants.Plan reorganise(@RequestBody Reorganisation asked, Authentication caller) {
        Regrants.Move move = asked.move();
        if (move == null || move.from() == null || move.on() == null) {
            throw Refusal.wrong(List.of(new Fault("move", "missing", "at least from (an agency) and on (a moment)")));
        }
        return asked.mark() == null
                ? regrants.plan(move)
                : regrants.apply(Callers.actor(caller), move, asked.mark(), Reasons.required(asked.reason()));
    }
}
