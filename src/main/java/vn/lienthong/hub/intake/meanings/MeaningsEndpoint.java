package vn.lienthong.hub.intake.meanings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.access.Caller;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Right;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.hub.platform.reason.Reason;

/** Gives unmapped codes a meaning: an operator proposes, somebody else approves. */
@RestController
@RequestMapping("/api/v1/meanings")
class MeaningsEndpoint {

    private static final int MOST = 200;
    private static final int LONGEST = 500;

    private final ProposalDesk desk;
    private final Proposals proposals;
    private final Amendments amendments;
    private final Scheduler blocking;

    MeaningsEndpoint(
            ProposalDesk desk, Proposals proposals, Amendments amendments, @Qualifier("blocking") Scheduler blocking) {
        this.desk = desk;
        this.proposals = proposals;
        this.amendments = amendments;
        this.blocking = blocking;
    }

    /** What the code in a cause is said to mean. */
    record Said(
            @Nullable String sender,
            @Nullable String cause,
            @Nullable String code,
            @Nullable String meaning,
            @Nullable String reason) {}

    /** Why it is decided so; {@code base} is the version whose change was seen. */
    record Word(@Nullable Long base, @Nullable String reason) {}

    /** {@code next} goes into {@code before}. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Proposal> proposals, @Nullable Long next) {}

    /**
     * With what it means, how many records wait on it, and while it is open the change it would be to the configuration in
     * force, or why it cannot be one.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Detail(
            Proposal proposal,
            long waiting,
            @Nullable Meant meant,
            @Nullable Long base,
            @Nullable String file,
            @Nullable String diff,
            @Nullable String hindrance) {}

    @GetMapping
    Mono<Page> page(
            @RequestParam(required = false) @Nullable String sender,
            @RequestParam(required = false) @Nullable String cause,
            @RequestParam(required = false) Proposal.@Nullable State state,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        return off(() -> {
            List<Proposal> found = proposals.page(sender, cause, state, before == null ? Long.MAX_VALUE : before, size);
            return new Page(found, found.size() < size ? null : found.getLast().id());
        });
    }

    @GetMapping("/choices")
    Mono<Choices> choices(@RequestParam String sender, @RequestParam String cause) {
        return off(() -> amendments
                .choices(sender, cause)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "not-mappable",
                        "No code list of the sender could mend this cause")));
    }

    @GetMapping("/{id}")
    Mono<Detail> one(@PathVariable long id) {
        return off(() -> detail(id));
    }

    @PostMapping
    Mono<ResponseEntity<Detail>> propose(@RequestBody Said said, @AuthenticationPrincipal Caller caller) {
        Actor operator = caller.allowed(Right.REPLAY);
        String sender = required("sender", said.sender());
        String cause = required("cause", said.cause());
        String code = required("code", said.code());
        String meaning = required("meaning", said.meaning());
        String reason = required("reason", said.reason());
        return off(() -> {
            long id = desk.propose(sender, cause, code, meaning, reason, operator);
            return ResponseEntity.created(URI.create("/api/v1/meanings/" + id)).body(detail(id));
        });
    }

    @PostMapping("/{id}/approve")
    Mono<Detail> approve(@PathVariable long id, @RequestBody Word word, @AuthenticationPrincipal Caller caller) {
        Actor approver = caller.allowed(Right.DECIDE);
        String reason = required("reason", word.reason());
        if (word.base() == null) {
            throw bad("missing-field", "base");
        }
        long base = word.base();
        return off(() -> {
            desk.approve(find(id), base, reason, approver);
            return detail(id);
        });
    }

    /** Whoever proposed it may take it back. */
    @PostMapping("/{id}/refuse")
    Mono<Detail> refuse(@PathVariable long id, @RequestBody Word word, @AuthenticationPrincipal Caller caller) {
        Actor operator = caller.allowed(Right.REPLAY);
        String reason = required("reason", word.reason());
        return off(() -> {
            Proposal proposal = find(id);
            if (!proposal.proposedBy().equals(operator.name())) {
                caller.allowed(Right.DECIDE);
            }
            desk.refuse(proposal, reason, operator);
            return detail(id);
        });
    }

    private Detail detail(long id) {
        Proposal proposal = find(id);
        long waiting = proposals.waiting(proposal);
        Meant meant = meant(proposal);
        if (proposal.state() != Proposal.State.PROPOSED) {
            return new Detail(proposal, waiting, meant, null, null, null, null);
        }
        try {
            Amendment change = desk.amendment(proposal);
            return new Detail(proposal, waiting, meant, change.base(), change.path(), change.diff(), null);
        } catch (ProblemException hindered) {
            return new Detail(proposal, waiting, meant, null, null, null, hindered.getMessage());
        }
    }

    private @Nullable Meant meant(Proposal proposal) {
        try {
            return amendments.meant(proposal).orElse(null);
        } catch (ProblemException senderGone) {
            return null;
        }
    }

    private Proposal find(long id) {
        return proposals
                .find(id)
                .orElseThrow(() ->
                        new ProblemException(HttpStatus.NOT_FOUND, "unknown-proposal", "There is no such proposal"));
    }

    private <T> Mono<T> off(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(blocking);
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw bad("missing-field", field);
        }
        if (value.length() > LONGEST) {
            throw bad("too-long", field);
        }
        return value.strip();
    }

    private static ProblemException bad(String rule, String field) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                "bad-proposal",
                "Cần đủ các trường, mỗi trường tối đa " + LONGEST + " ký tự",
                List.of(Reason.of(rule, field, null)));
    }
}
