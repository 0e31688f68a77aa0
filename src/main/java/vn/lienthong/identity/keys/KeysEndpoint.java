package vn.lienthong.identity.keys;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.lienthong.identity.http.Api;
import vn.lienthong.identity.http.Callers;
import vn.lienthong.identity.http.Reasons;

/** Signing keys over HTTP: which are published, and replacing the one that signs. */
@Api
@RestController
@RequestMapping("/api/v1/identity/keys")
class KeysEndpoint {

    private final KeyRing ring;
    private final KeyRotation rotation;

    KeysEndpoint(KeyRing ring, KeyRotation rotation) {
        this.ring = ring;
        this.rotation = rotation;
    }

    record View(
            String kid,
            Instant createdAt,
            Instant signsFrom,
            @Nullable Instant leavesAt) {

        static View of(SigningKey key) {
            return new View(key.kid(), key.createdAt(), key.signsFrom(), key.leavesAt());
        }
    }

    /** {@code compromised}: the old key is worth nothing from this moment on, and so is what it signed. */
    record Wanted(@Nullable String reason, @Nullable Boolean compromised) {}

    @GetMapping
    List<View> published() {
        return ring.keys().stream().map(View::of).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    View rotate(@RequestBody Wanted wanted, Authentication caller) {
        String reason = Reasons.required(wanted.reason());
        return View.of(
                Boolean.TRUE.equals(wanted.compromised())
                        ? rotation.revoke(Callers.actor(caller), reason)
                        : rotation.rotate(Callers.actor(caller), reason));
    }
}
