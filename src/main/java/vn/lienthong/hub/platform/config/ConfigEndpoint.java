package vn.lienthong.hub.platform.config;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.hub.platform.http.ProblemException;

/** Which configuration is in force, what the files propose, and applying it. */
@RestController
@RequestMapping("/api/v1/config")
class ConfigEndpoint {

    private final ConfigVersions versions;
    private final AppliedConfig applied;
    private final Scheduler blocking;

    ConfigEndpoint(ConfigVersions versions, AppliedConfig applied, Scheduler blocking) {
        this.versions = versions;
        this.applied = applied;
        this.blocking = blocking;
    }

    record InForce(long version, String hash, ConfigDifference proposed) {}

    @GetMapping
    Mono<InForce> show() {
        return Mono.fromCallable(this::inForce).subscribeOn(blocking);
    }

    @PostMapping("/apply")
    Mono<InForce> apply(Authentication caller) {
        return Mono.fromCallable(() -> {
                    versions.apply(administrator(caller));
                    return inForce();
                })
                .subscribeOn(blocking);
    }

    /** Applies what an earlier version said, as a new version. */
    @PostMapping("/revert/{version}")
    Mono<InForce> revert(@PathVariable(name = "version") long version, Authentication caller) {
        return Mono.fromCallable(() -> {
                    if (versions.revert(version, administrator(caller)).isEmpty()) {
                        throw unknown(version);
                    }
                    return inForce();
                })
                .subscribeOn(blocking);
    }

    /** The files of the version in force. */
    @GetMapping(path = "/export", produces = "application/zip")
    Mono<byte[]> export() {
        return Mono.fromCallable(() -> ConfigZip.of(applied.current())).subscribeOn(blocking);
    }

    private static ProblemException unknown(long version) {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "unknown-configuration", "Không có phiên bản cấu hình " + version);
    }

    private InForce inForce() {
        ConfigBundle current = applied.current();
        return new InForce(current.version(), current.hash(), versions.pending());
    }

    private static Actor administrator(Authentication caller) {
        boolean allowed = caller.getAuthorities().stream()
                .anyMatch(authority -> ("ROLE_" + Role.ADMINISTRATOR).equals(authority.getAuthority()));
        if (!allowed) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN, "forbidden", "Only an administrator applies configuration");
        }
        return new Actor(caller.getName(), Role.ADMINISTRATOR);
    }
}
