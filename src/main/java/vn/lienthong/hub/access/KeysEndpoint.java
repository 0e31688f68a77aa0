package vn.lienthong.hub.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.hub.platform.http.ProblemException;

/** Keys over HTTP, for administrators; {@code scripts/keys} is the command line of it. */
@RestController
@RequestMapping("/api/v1/keys")
class KeysEndpoint {

    private static final ProblemException UNKNOWN =
            new ProblemException(HttpStatus.NOT_FOUND, "unknown-key", "There is no such key, or it is revoked");
    private static final Duration USUAL_OVERLAP = Duration.ofDays(1);

    private final KeyDesk desk;
    private final Principals principals;
    private final Scheduler blocking;

    KeysEndpoint(KeyDesk desk, Principals principals, Scheduler blocking) {
        this.desk = desk;
        this.principals = principals;
        this.blocking = blocking;
    }

    record Wanted(String principal, Role role, @Nullable Instant expiresAt) {}

    record Rotation(@Nullable Duration overlap) {}

    /** {@code key} is told only by the answer that issues it. */
    record KeyView(
            String prefix,
            @Nullable String key,
            String principal,
            Role role,
            Instant createdAt,
            String createdBy,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {

        static KeyView of(ApiKey key, @Nullable String text) {
            return new KeyView(
                    key.prefix(),
                    text,
                    key.principal(),
                    key.role(),
                    key.createdAt(),
                    key.createdBy(),
                    key.expiresAt(),
                    key.revokedAt());
        }

        static KeyView of(IssuedKey issued) {
            return of(issued.key(), issued.text());
        }
    }

    @PostMapping
    Mono<ResponseEntity<KeyView>> issue(@RequestBody Wanted wanted, @AuthenticationPrincipal Caller caller) {
        principals.check(wanted.principal(), wanted.role());
        return Mono.fromCallable(
                        () -> desk.issue(caller.actor(), wanted.principal(), wanted.role(), wanted.expiresAt()))
                .subscribeOn(blocking)
                .map(issued -> ResponseEntity.status(HttpStatus.CREATED).body(KeyView.of(issued)));
    }

    @PostMapping("/{prefix}/rotation")
    Mono<ResponseEntity<KeyView>> rotate(
            @PathVariable String prefix,
            @RequestBody(required = false) @Nullable Rotation rotation,
            @AuthenticationPrincipal Caller caller) {
        Duration overlap = rotation == null || rotation.overlap() == null ? USUAL_OVERLAP : rotation.overlap();
        return Mono.fromCallable(
                        () -> desk.rotate(caller.actor(), prefix, overlap).orElseThrow(() -> UNKNOWN))
                .subscribeOn(blocking)
                .map(issued -> ResponseEntity.status(HttpStatus.CREATED).body(KeyView.of(issued)));
    }

    @GetMapping
    Mono<List<KeyView>> list() {
        return Mono.fromCallable(desk::all)
                .subscribeOn(blocking)
                .map(keys -> keys.stream().map(key -> KeyView.of(key, null)).toList());
    }

    @DeleteMapping("/{prefix}")
    Mono<ResponseEntity<Void>> revoke(@PathVariable String prefix, @AuthenticationPrincipal Caller caller) {
        return Mono.fromCallable(() -> desk.revoke(caller.actor(), prefix))
                .subscribeOn(blocking)
                .map(revoked -> {
                    if (!revoked) {
                        throw UNKNOWN;
                    }
                    return ResponseEntity.noContent().build();
                });
    }
}
