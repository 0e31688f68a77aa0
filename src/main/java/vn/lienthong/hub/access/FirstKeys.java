package vn.lienthong.hub.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.catalog.Senders;
import vn.lienthong.hub.catalog.sender.Sender;
import vn.lienthong.hub.platform.audit.Actor;
import vn.lienthong.hub.platform.audit.Role;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;

/** Standalone only: a key for each sender and each kind of caller, in {@code data/secrets/keys}, to try the hub with. */
@Component
class FirstKeys {

    private static final Logger log = LoggerFactory.getLogger(FirstKeys.class);

    private static final FileAttribute<?> OWNER_FOLDER = only("rwx------");
    private static final FileAttribute<?> OWNER_FILE = only("rw-------");

    private final HubHome home;
    private final Senders senders;
    private final KeyDesk desk;
    private final KeyRing ring;
    private boolean provided;

    FirstKeys(HubHome home, Senders senders, KeyDesk desk, KeyRing ring) {
        this.home = home;
        this.senders = senders;
        this.desk = desk;
        this.ring = ring;
    }

    /** When the hub is ready, or as soon after as PostgreSQL and a configuration are there. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    synchronized void issue() {
        if (home.mode() == Mode.STANDALONE && !provided) {
            provided = provide();
        }
    }

    private boolean provide() {
        try {
            senders.all().stream().map(Sender::id).forEach(sender -> provide(sender, Role.SENDER));
            provide("national-portal", Role.NATIONAL_PORTAL);
            provide("unified-portal", Role.UNIFIED_PORTAL);
            provide("operator", Role.OPERATOR);
            ring.refresh();
            return !senders.all().isEmpty();
        } catch (RuntimeException e) {
            log.warn("The first keys could not all be issued yet: {}", e.toString());
            return false;
        }
    }

    private void provide(String principal, Role role) {
        Path file = home.secrets().resolve("keys").resolve(principal);
        try {
            if (Files.exists(file)) {
                KeyText.parse(Files.readString(file).strip())
                        .ifPresent(text -> desk.adopt(Actor.HUB, text, principal, role));
            } else {
                write(file, desk.issue(Actor.HUB, principal, role, null).text());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String key) throws IOException {
        Files.createDirectories(file.getParent(), OWNER_FOLDER);
        Files.createFile(file, OWNER_FILE);
        Files.writeString(file, key + System.lineSeparator());
    }

    private static FileAttribute<?> only(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
