package vn.lienthong.hub.access;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
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
import vn.lienthong.hub.access.certificates.Certificate;
import vn.lienthong.hub.access.certificates.CertificateDesk;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.hub.platform.http.ProblemException;
import vn.lienthong.trust.Thumbprint;

/** Certificates over HTTP, for administrators; {@code scripts/certificates} is the command line of it. */
@RestController
@RequestMapping("/api/v1/certificates")
class CertificatesEndpoint {

    private static final ProblemException UNKNOWN = new ProblemException(
            HttpStatus.NOT_FOUND, "unknown-certificate", "There is no such certificate, or it is revoked");
    private static final ProblemException UNREADABLE = new ProblemException(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "no-certificate",
            "certificate holds none in PEM: send the file as it is");
    private static final Duration USUAL_OVERLAP = Duration.ofDays(1);

    private final CertificateDesk desk;
    private final Principals principals;
    private final Scheduler blocking;

    CertificatesEndpoint(CertificateDesk desk, Principals principals, Scheduler blocking) {
        this.desk = desk;
        this.principals = principals;
        this.blocking = blocking;
    }

    record Wanted(
            String principal,
            Role role,
            @Nullable String certificate,
            @Nullable Instant validFrom,
            @Nullable Instant expiresAt) {}

    record Rotation(@Nullable String certificate, @Nullable Duration overlap) {}

    @PostMapping
    Mono<ResponseEntity<Certificate>> register(@RequestBody Wanted wanted, @AuthenticationPrincipal Caller caller) {
        principals.checkSystem(wanted.principal(), wanted.role());
        X509Certificate shown = read(wanted.certificate());
        var holder = new Actor(wanted.principal(), wanted.role());
        return created(() -> desk.register(caller.actor(), shown, holder, wanted.validFrom(), wanted.expiresAt()));
    }

    @PostMapping("/{thumbprint}/rotation")
    Mono<ResponseEntity<Certificate>> rotate(
            @PathVariable String thumbprint, @RequestBody Rotation rotation, @AuthenticationPrincipal Caller caller) {
        Duration overlap = rotation.overlap() == null ? USUAL_OVERLAP : rotation.overlap();
        X509Certificate next = read(rotation.certificate());
        return created(() ->
                desk.rotate(caller.actor(), plain(thumbprint), next, overlap).orElseThrow(() -> UNKNOWN));
    }

    @GetMapping
    Mono<List<Certificate>> list() {
        return Mono.fromCallable(desk::all).subscribeOn(blocking);
    }

    @DeleteMapping("/{thumbprint}")
    Mono<ResponseEntity<Void>> revoke(@PathVariable String thumbprint, @AuthenticationPrincipal Caller caller) {
        return Mono.fromCallable(() -> desk.revoke(caller.actor(), plain(thumbprint)))
                .subscribeOn(blocking)
                .map(revoked -> {
                    if (!revoked) {
                        throw UNKNOWN;
                    }
                    return ResponseEntity.noContent().build();
                });
    }

    private Mono<ResponseEntity<Certificate>> created(Supplier<Certificate> act) {
        return Mono.fromSupplier(act)
                .subscribeOn(blocking)
                .map(made -> ResponseEntity.status(HttpStatus.CREATED).body(made));
    }

    private static X509Certificate read(@Nullable String pem) {
        return Thumbprint.read(pem == null ? "" : pem).orElseThrow(() -> UNREADABLE);
    }

    private static String plain(String thumbprint) {
        return Thumbprint.parse(thumbprint).orElseThrow(() -> UNKNOWN);
    }
}
